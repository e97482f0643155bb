"""What a run needs to know of this API besides its document."""

import json
import os
import re

import schemathesis
from jsonschema import Draft202012Validator
from schemathesis.core.media_types import YAML_MEDIA_TYPES
from schemathesis.core.parameters import ParameterLocation

ASKING = os.environ["SIGMILL_FUZZ_KEY_ID"]
SPARE = os.environ["SIGMILL_FUZZ_SPARE_ID"]

# What a URL parser takes for the scheme and the authority of a web address, however it is written.
AUTHORITY = re.compile(r"^([\x00-\x20]*https?):[\\/\t\r\n]*[^\\/?#]*", re.IGNORECASE)
# Kept for documentation, so that the fetcher refuses it before anything is sent.
NOWHERE = r"\1://192.0.2.1"


# What goes with nothing else, or not beside some others, which no schema can say.
ALONE = ("cursor", "next")
NOT_BESIDE = {"as_of": ("since", "group"), "limit": ("group",), "raw": ("format",), "offset": ("cursor",)}


def leave_out_what_does_not_go_together(query):
    """Lets most requests come further than to a refusal."""
    for name in ALONE:
        if len(query) > 1:
            query.pop(name, None)
    for name, others in NOT_BESIDE.items():
        if any(other in query for other in others):
            query.pop(name, None)


@schemathesis.hook
def before_call(context, case, kwargs):
    """
    Keeps a run from ending itself and from waiting, and the server from asking strangers. A query that is wrong on
    purpose stays as it is: what is wrong in it may be what would be left out.
    """
    ends_a_key = case.method == "DELETE" or case.path.endswith("/rotate")
    if ends_a_key and case.path_parameters.get("id") == ASKING:
        case.path_parameters["id"] = SPARE
    if not case.meta.is_negative_at(ParameterLocation.QUERY):
        leave_out_what_does_not_go_together(case.query)
    if case.query.get("wait") in range(1, 61):
        case.query["wait"] = 0
    if isinstance(case.body, dict) and isinstance(case.body.get("url"), str):
        case.body["url"] = AUTHORITY.sub(NOWHERE, case.body["url"])


@schemathesis.deserializer(*YAML_MEDIA_TYPES, "application/x-ndjson", "text/event-stream")
def text(context, response):
    """These are texts here: a file of rules holds several documents, which the built-in reader of YAML ends a worker for."""
    return response.text


def documents_in(media_type, content):
    lines = content.splitlines()
    if media_type == "text/event-stream":
        lines = [line.removeprefix("data:") for line in lines if line.startswith("data:")]
    return [json.loads(line) for line in lines]


@schemathesis.check
def line_conformance(ctx, response, case):
    """Each line of JSON lines, and each event, is as the document says in `x-item-schema`."""
    media_type = response.headers.get("content-type", [""])[0].split(";")[0]
    raw = case.operation.schema.raw_schema
    operation = raw["paths"][case.path].get(case.method.lower(), {"responses": {}})
    answer = operation["responses"].get(str(response.status_code), {})
    item = answer.get("content", {}).get(media_type, {}).get("x-item-schema")
    if item is None:
        return
    validator = Draft202012Validator({**item, "components": raw["components"]})
    for document in documents_in(media_type, response.text):
        error = next(validator.iter_errors(document), None)
        assert error is None, f"{error.json_path}: {error.message}"
