"""The YAML of termkit's own data files, read safely and literally."""

from __future__ import annotations

from typing import Any, ClassVar

import yaml

__all__ = ["read_yaml"]


def read_yaml(text: str) -> Any:
    """The data of a YAML text, every scalar a string; `yaml.YAMLError` where it is none or has a key twice.

    >>> read_yaml("no: 1_000")
    {'no': '1_000'}
    >>> read_yaml("{a: 1, a: 2}")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    yaml.constructor.ConstructorError: duplicate key 'a'...
    """
    return yaml.load(text, _Loader)  # noqa: S506  a SafeLoader without implicit types


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # CSafeLoader where libyaml is
    """Reads every scalar as a string: YAML 1.1 would read the tag ``no`` as false and 1_000 as a number."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        """A mapping; a duplicate key is refused, where YAML would keep the last one in silence."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key.value!r}", key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


_Loader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node, deep=True))
