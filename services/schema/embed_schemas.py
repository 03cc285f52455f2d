#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes schemas as C++ text: embed_schemas.py NAMESPACE TARGET FILE=NAME[,NAME...]...

FILE is an OpenAPI description, of whose components the names are taken, or one JSON schema, which
takes the name. Each schema written stands on its own: references are put in place (our schemas do
not refer to themselves), descriptions are left out. So is the pattern of a string that may be long:
std::regex recurses once per character; who reads such a string checks it by itself.
"""
import json
import sys

import yaml

PREFIX = "#/components/schemas/"
LONGEST_FOR_REGEX = 512


def standing(node, schemas):
    if isinstance(node, list):
        return [standing(item, schemas) for item in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return standing(schemas[node["$ref"].removeprefix(PREFIX)], schemas)
    kept = {}
    for key, value in node.items():
        if key == "properties":
            kept[key] = {name: standing(schema, schemas) for name, schema in value.items()}
        elif key == "pattern" and node.get("maxLength", 0) > LONGEST_FOR_REGEX:
            continue
        elif key not in ("description", "$schema", "title"):
            kept[key] = standing(value, schemas)
    return kept


def texts(source):
    """Name → text of each schema that FILE=NAME,NAME asks for."""
    path, names = source.rsplit("=", 1)
    with open(path, encoding="utf-8") as file:
        document = json.load(file) if path.endswith(".json") else yaml.safe_load(file)
    schemas = document.get("components", {}).get("schemas")
    for name in names.split(","):
        root = schemas[name] if schemas else document
        yield name, json.dumps(standing(root, schemas), separators=(",", ":"))


def main(namespace, target, *sources):
    with open(target, "w", encoding="utf-8") as out:
        out.write(f'#include "{namespace}/schemas.h"\n\nnamespace {namespace} {{\n\n')
        out.write("std::string_view schemaText(Schema schema) {\n  switch (schema) {\n")
        for source in sources:
            for name, text in texts(source):
                out.write(f'    case Schema::{name}:\n      return R"schema({text})schema";\n')
        out.write(f"  }}\n  return {{}};\n}}\n\n}}  // namespace {namespace}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
