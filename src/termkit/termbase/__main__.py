"""Prints the JSON Schema of glossary files."""

import sys

from .schema import json_schema_text

sys.stdout.write(json_schema_text())
