#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the schemas of openapi.yaml that the client checks against as C++ text.

Each stands on its own: references are put in place (our schemas do not refer to themselves),
descriptions are left out.
"""
import json
import sys

import yaml

NAMES = ["Status", "RegisterEntry", "Quote", "RequestState", "Receipt", "Problem", "SealedAnswer",
         "ParcelContent"]
PREFIX = "#/components/schemas/"


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
        elif key != "description":
            kept[key] = standing(value, schemas)
    return kept


def main(source, target):
    with open(source, encoding="utf-8") as file:
        schemas = yaml.safe_load(file)["components"]["schemas"]
    with open(target, "w", encoding="utf-8") as out:
        out.write('#include "national/schemas.h"\n\nnamespace national {\n\n')
        out.write("std::string_view schemaText(Schema schema) {\n  switch (schema) {\n")
        for name in NAMES:
            text = json.dumps(standing(schemas[name], schemas), separators=(",", ":"))
            out.write(f'    case Schema::{name}:\n      return R"schema({text})schema";\n')
        out.write("  }\n  return {};\n}\n\n}  // namespace national\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
