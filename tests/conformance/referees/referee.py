"""Answers questions about Sigma rules with pySigma: one JSON object per line in, one out.

    {"ask": "load", "set": NAME, "path": FILE}             reads a file as pySigma does
    {"ask": "schema", "set": NAME}                         violations of Sigma's JSON schema
    {"ask": "check", "set": NAME, "validation": FILE}      issues of the validators that the configuration names
    {"ask": "convert", "set": NAME, "target": ID, "pipelines": [NAME or FILE, ...]}    a query or failure per rule

The argument is the folder that holds attack/ and sigma/. The working folder must hold a folder validator_json/, which
keeps the SigmaHQ validators from asking the network.
"""

import json
import sys
from importlib import metadata
from pathlib import Path

import yaml
from sigma.collection import SigmaCollection
from sigma.plugins import InstalledSigmaPlugins
from sigma.rule import SigmaYAMLLoader
from sigma.validation import SigmaValidator

DATA = Path(sys.argv[1])
PLUGINS = InstalledSigmaPlugins.autodiscover()
PIPELINES = PLUGINS.get_pipeline_resolver()

documents_of = {}


def use_pinned_attack():
    """pySigma 1 downloads ATT&CK and D3FEND at first use; the 0.11 generation carries them."""
    if metadata.version("pySigma").startswith("0."):
        return
    from sigma.data import mitre_attack, mitre_d3fend

    for source, file in ((mitre_attack, "enterprise-attack-18.1.reduced.json"), (mitre_d3fend, "d3fend-empty.json")):
        source.set_cache_dir(f"cache-{file}")
        source.set_url(str(DATA / "attack" / file))


def fresh_rules(name):
    """Rules that may be changed: validators and conversions change what they are given."""
    return SigmaCollection.from_dicts(documents_of[name], collect_errors=True).rules


def named(error):
    return f"{type(error).__name__}: {error}"


def load(question):
    text = Path(question["path"]).read_text(encoding="utf-8")
    try:
        documents_of[question["set"]] = list(yaml.load_all(text, SigmaYAMLLoader))
    except yaml.YAMLError as error:
        return {"rules": 0, "errors": [{"rule": 0, "error": named(error)}]}
    rules = fresh_rules(question["set"])
    errors = [{"rule": rule, "error": named(error)} for rule, read in enumerate(rules) for error in read.errors]
    return {"rules": len(rules), "errors": errors}


def schema(question):
    from jsonschema import Draft202012Validator

    text = (DATA / "sigma" / "sigma-detection-rule-schema.json").read_text(encoding="utf-8")
    validator = Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)
    errors = [
        {"rule": rule, "error": f"{violation.json_path}: {violation.message}"}
        for rule, document in enumerate(documents_of[question["set"]])
        for violation in validator.iter_errors(document)
    ]
    return {"errors": errors}


def check(question):
    configuration = Path(question["validation"]).read_text(encoding="utf-8")
    validator = SigmaValidator.from_yaml(configuration, PLUGINS.validators)
    rules = fresh_rules(question["set"])
    place = {id(rule): index for index, rule in enumerate(rules)}
    errors = []
    for issue in validator.validate_rules(iter(rules)):
        subject = ", ".join(f"{key}={value}" for key, value in vars(issue).items() if key != "rules")
        errors += [{"rule": place[id(rule)], "error": f"{type(issue).__name__}: {subject}"} for rule in issue.rules]
    return {"errors": errors}


def convert_one(backend, rule):
    """What the backend's own `convert` does, rule by rule, so that one that fails leaves the others alone."""
    try:
        if rule.errors:
            raise rule.errors[0]
        result = backend.finalize(backend.convert_rule(rule), backend.default_format)
    except Exception as error:  # a backend may fail with anything
        return {"failure": named(error)}
    return {"query": result if isinstance(result, str) else "\n".join(map(str, result))}


def convert(question):
    pipeline = PIPELINES.resolve(question["pipelines"])
    backend = PLUGINS.backends[question["target"]](processing_pipeline=pipeline)
    return {"results": [convert_one(backend, rule) for rule in fresh_rules(question["set"])]}


ANSWERS = {"load": load, "schema": schema, "check": check, "convert": convert}

use_pinned_attack()
print(json.dumps({"pySigma": metadata.version("pySigma")}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = ANSWERS[asked["ask"]](asked)
    except Exception as error:
        answer = {"fault": named(error)}
    print(json.dumps(answer), flush=True)
