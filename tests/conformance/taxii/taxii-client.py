"""Reads the collection of everything as a client does that knows TAXII and STIX, and holds what comes against the
standard. Takes a JSON object on standard input and prints one."""

import collections
import json
import re
import sys

import stix2
import stix2validator
from taxii2client.v21 import Server, as_pages

CODE = re.compile(r"\{(\d+)\}")


def objects_of(page):
    return page.get("objects", [])


def find_collection(url, key, title):
    root = Server(url, user="apikey", password=key).default
    return next(found for found in root.collections if found.title == title)


def validate(objects, errors):
    """Gives how often each check warned, by the number of the check."""
    warnings = collections.Counter()
    options = stix2validator.ValidationOptions(version="2.1")
    for value in objects:
        result = stix2validator.validate_instance(value, options)
        errors.extend(str(error) for error in result.errors or [])
        for warning in result.warnings or []:
            code = CODE.search(str(warning))
            warnings[code.group(1) if code else str(warning)] += 1
    return warnings


def main():
    asked = json.load(sys.stdin)
    collection = find_collection(asked["url"] + "/api/taxii2/", asked["key"], "All indicators")
    filters = {"added_after": asked["added_after"]} if "added_after" in asked else {}
    pages = list(as_pages(collection.get_objects, per_request=asked["page"], **filters))
    manifest = [entry for page in as_pages(collection.get_manifest, per_request=asked["page"], **filters)
                for entry in objects_of(page)]
    objects = [value for page in pages for value in objects_of(page)]
    errors = []
    if [entry["id"] for entry in manifest] != [value["id"] for value in objects]:
        errors.append("the manifest lists other objects than the collection holds")
    for value in objects[-3:]:
        if objects_of(collection.get_object(value["id"])) != [value]:
            errors.append(f"{value['id']}: is another object when it is asked for alone")
        if collection.object_versions(value["id"])["versions"] != [value.get("modified", value["created"])]:
            errors.append(f"{value['id']}: has other versions")
    for value in objects:
        try:
            stix2.parse(value, version="2.1")
        except Exception as error:
            errors.append(f"{value['id']}: stix2: {error}")
    warnings = validate(objects, errors)
    json.dump({
        "pages": len(pages),
        "ids": [value["id"] for value in objects],
        "ended": [value["id"] for value in objects if "valid_until" in value],
        "last": manifest[-1]["date_added"] if manifest else None,
        "errors": errors,
        "warnings": warnings,
    }, sys.stdout)


main()
