"""Says what the Sigma tools find in documents.

Reads JSON lines {"name", "text"} on standard input and writes one line {"name", "errors", "issues", "schema"} for each:
classes of pySigma's errors, classes of its core validators' issues, and broken places of the JSON schema.

    python ask-pysigma.py ATTACK.json D3FEND.json SIGMA-SCHEMA.json < cases.ndjson
"""

import json
import sys
import tempfile

import jsonschema
import yaml
from sigma.collection import SigmaCollection, deep_dict_update
from sigma.data import mitre_attack, mitre_d3fend
from sigma.exceptions import SigmaConditionError, SigmaError
from sigma.rule import SigmaRule, SigmaYAMLLoader
from sigma.validation import SigmaValidator
from sigma.validators.core import validators

# The validators of one TLP version each contradict one another; `tlptag` allows both.
CONTRADICTING = {"tlpv1_tag", "tlpv2_tag"}


class PlainDates(yaml.SafeLoader):
    """Leaves dates as they are written, as SigmaHQ's schema check does."""


PlainDates.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


def documents_of(text, loader):
    return list(yaml.load_all(text, loader))


def rules_of(documents):
    """The rules that the schema is for, merged as `action` asks."""
    shared, previous = {}, {}
    for document in documents:
        if not isinstance(document, dict) or "correlation" in document or "filter" in document:
            continue
        action = document.get("action")
        if action is None:
            previous = deep_dict_update(document, shared)
            yield previous
        elif action == "global":
            shared = {key: value for key, value in document.items() if key != "action"}
            previous = shared
        elif action == "reset":
            shared = {}
        elif action == "repeat":
            previous = deep_dict_update(previous, document)
            yield previous


def schema_faults(text, checker):
    try:
        rules = list(rules_of(documents_of(text, PlainDates)))
    except Exception:
        return
    for rule in rules:
        for fault in checker.iter_errors(rule):
            path = [str(step) for step in fault.absolute_path if not isinstance(step, int)]
            if fault.validator == "anyOf":  # said of a search, whose name is its author's
                path = path[:1]
            yield ".".join(path) + ":" + fault.validator


def yaml_faults(text):
    """What the loaders refuse: the one for files, and the stricter one for single rules."""
    try:
        documents_of(text, yaml.SafeLoader)
    except Exception as error:
        yield f"yaml:{type(error).__name__}"
        return
    try:
        documents_of(text, SigmaYAMLLoader)
    except yaml.YAMLError as error:
        if str(error).startswith("Duplicate key"):
            yield "yaml:DuplicateKey"


def condition_faults(rule):
    try:
        for condition in rule.detection.parsed_condition:
            condition.parse()
    except SigmaConditionError as error:
        yield type(error).__name__
    except Exception as error:
        yield f"crash:{type(error).__name__}"


def parse(text):
    """The collection and the classes of its errors. A crash counts as an error of its own."""
    try:
        collection = SigmaCollection.from_yaml(
            text, collect_errors=True, collect_filters=True, resolve_references=False
        )
        return collection, [type(error).__name__ for error in collection.errors]
    except SigmaError as error:
        return None, [type(error).__name__]
    except Exception as error:
        crash = f"crash:{type(error).__name__}"
    # What comes first is said without a crash when errors are not collected.
    try:
        SigmaCollection.from_yaml(text, collect_filters=True, resolve_references=False)
    except SigmaError as error:
        return None, [type(error).__name__]
    except Exception:
        pass
    return None, [crash]


def look_at(text, checker):
    errors = list(yaml_faults(text))
    if any(error != "yaml:DuplicateKey" for error in errors):
        return {"errors": errors, "issues": [], "schema": []}
    if any(document is None for document in documents_of(text, yaml.SafeLoader)):
        errors.append("yaml:EmptyDocument")
    collection, found = parse(text)
    errors += found
    issues = []
    if collection is not None:
        checked = []
        for rule in collection.rules:
            faults = list(condition_faults(rule)) if isinstance(rule, SigmaRule) and not rule.errors else []
            errors += faults
            if not rule.errors and not faults:
                checked.append(rule)
        validator = SigmaValidator([cls for name, cls in validators.items() if name not in CONTRADICTING])
        try:
            issues = [type(issue).__name__ for issue in validator.validate_rules(iter(checked))]
        except Exception as error:
            errors.append(f"crash:{type(error).__name__}")
        try:
            collection.resolve_rule_references()
        except SigmaError as error:
            errors.append(type(error).__name__)
        except Exception as error:
            errors.append(f"crash:{type(error).__name__}")
    return {"errors": errors, "issues": issues, "schema": list(schema_faults(text, checker))}


def main():
    attack, d3fend, schema = sys.argv[1:]
    with tempfile.TemporaryDirectory() as cache:
        mitre_attack.set_cache_dir(cache + "/attack")
        mitre_d3fend.set_cache_dir(cache + "/d3fend")
        mitre_attack.set_url(attack)
        mitre_d3fend.set_url(d3fend)
        with open(schema, encoding="utf-8") as file:
            checker = jsonschema.Draft202012Validator(json.load(file), format_checker=jsonschema.FormatChecker())
        for line in sys.stdin:
            case = json.loads(line)
            found = {name: sorted(set(values)) for name, values in look_at(case["text"], checker).items()}
            print(json.dumps({"name": case["name"], **found}), flush=True)


if __name__ == "__main__":
    main()
