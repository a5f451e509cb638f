"""Aligns the passages of an article with those of its translation.

Dynamic programming over the model of Gale and Church, "A program for aligning sentences in bilingual
corpora", Computational Linguistics 19(1), 1993: the length of a translation varies around that of its
source with a variance proportional to it. To that come the facts that two passages share, and their
kinds. A passage that was moved is paired afterwards, so that neither a moved nor a dropped, merged or
split paragraph shifts the rest.

All scores are natural logarithms of likelihood ratios; costs are such scores with the sign turned.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .model import Origin, Page, Passage, Run, Segment, Span, State, Text, Unit

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of source passages and of the target passages that translate them; one side may be empty."""

_FRONT_MATTER = "front-matter"
_NEVER_MERGED = frozenset({"heading", "table-cell", _FRONT_MATTER})

_VARIANCE = 6.8  # of a translation's length, per character of its source (Gale and Church, section 3.2)
_LENGTH_STEPS = 20  # entries of the cost table per standard deviation
_LENGTH_COSTS = tuple(-math.log(math.erfc(step / _LENGTH_STEPS / math.sqrt(2))) for step in range(72))

# Shapes of a bead with -log of how often they occur. Gale and Church counted sentences; translators of
# articles keep paragraphs far more often, and drop them about as often as they merge them.
_PRIORS = {
    (1, 1): -math.log(0.93),
    (1, 0): -math.log(0.01),
    (0, 1): -math.log(0.01),
    (2, 1): -math.log(0.02),
    (1, 2): -math.log(0.02),
    (2, 2): -math.log(0.002),
}
_KEPT = 0.85  # how often a fact of a passage is found in its translation
_UNSEEN = 12  # passages added to a text's own before chance is judged: a short one says little of chance
_LONE_KEY = 0.7  # cost of a fact that one side alone has …
_LONE_KEYS = 4.0  # … and at most: facts may all be wrong, or unread in a passage left in another language
_OTHER_KIND = 3.0
_MOVED = 1.0  # the least score that makes two passages at different places one …
_LEFT_OVER = -1.0  # … and where no other passage is left over: alike in length, and no facts against it
_PAIRS = 5_000  # a key that stands in more pairs of passages than that is not looked at
_ANCHORS = 3  # the fewest passages that the ratio of lengths is measured on
_BAND = 60  # how far the path may stray from the diagonal, beside the difference of the two counts …
_CELLS = 2_000_000  # … unless more places than that would be looked at, which takes ten seconds


@dataclass(frozen=True, slots=True)
class _Block:
    """One passage, or two that follow each other, as one side of a bead."""

    length: float  # in characters of the source's language
    kind: str
    keys: frozenset[str]


class _Costs:
    """What each bead costs: lower is better, and below zero where shared facts speak for it."""

    def __init__(
        self,
        source: Sequence[Passage],
        target: Sequence[Passage],
        source_keys: Sequence[frozenset[str]],
        target_keys: Sequence[frozenset[str]],
    ) -> None:
        weights = _weights(source_keys, target_keys)
        kept = [keys & weights.keys() for keys in source_keys], [keys & weights.keys() for keys in target_keys]
        ratio = _length_ratio(source, target, _shared(kept[0], kept[1], weights))
        # By the number of passages joined (1 or 2), then by the index of the last of them.
        self.left = _blocks(source, kept[0], 1.0)
        self.right = _blocks(target, kept[1], 1.0 / ratio)
        self.shared = {
            (many, few): _shared(
                [block.keys if block else frozenset() for block in self.left[many]],
                [block.keys if block else frozenset() for block in self.right[few]],
                weights,
            )
            for many, few in _PRIORS
            if many and few
        }

    def bead(self, shape: tuple[int, int], i: int, j: int) -> float:
        """The cost of a bead whose last passages are `i` and `j`."""
        left, right = self.left[shape[0]][i], self.right[shape[1]][j]
        if left is None or right is None:
            return math.inf
        return _PRIORS[shape] - self.score(shape, left, right, i, j)

    def score(self, shape: tuple[int, int], left: _Block, right: _Block, i: int, j: int) -> float:
        """How much more likely two blocks are as translations of each other than as strangers."""
        gain, count = self.shared[shape].get((i, j), (0.0, 0))
        lone = len(left.keys) + len(right.keys) - 2 * count
        kinds = 0.0 if left.kind == right.kind else _OTHER_KIND
        return gain - min(lone * _LONE_KEY, _LONE_KEYS) - _length_cost(left.length, right.length) - kinds


def _weights(source_keys: Sequence[frozenset[str]], target_keys: Sequence[frozenset[str]]) -> dict[str, float]:
    """How telling each key is when both sides of a bead have it: the log of kept over met by chance."""
    left, right = (Counter(key for keys in side for key in keys) for side in (source_keys, target_keys))
    passages = max(len(source_keys), len(target_keys)) + _UNSEEN
    return {
        key: max(math.log(_KEPT * passages / max(left[key], right[key])), 0.0)
        for key in left.keys() | right.keys()
        # A key that is all over two long texts tells little and would cost the most time.
        if left[key] * right[key] <= _PAIRS
    }


def _shared(
    source_keys: Sequence[frozenset[str]], target_keys: Sequence[frozenset[str]], weights: dict[str, float]
) -> dict[tuple[int, int], tuple[float, int]]:
    """For each two indices with keys in common: the sum of their weights, and their number."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, keys in enumerate(target_keys):
        for key in keys:
            places[key].append(j)
    shared: dict[tuple[int, int], tuple[float, int]] = {}
    for i, keys in enumerate(source_keys):
        for key in keys:
            weight = weights[key]
            for j in places.get(key, ()):
                gain, count = shared.get((i, j), (0.0, 0))
                shared[i, j] = gain + weight, count + 1
    return shared


def _length_ratio(
    source: Sequence[Passage], target: Sequence[Passage], shared: dict[tuple[int, int], tuple[float, int]]
) -> float:
    """The mean length of a translation over its source.

    Measured on the passages that are each other's best match by facts, since the totals of two texts
    say little where one of them lacks half of its passages; on the totals where such are few.
    """
    best: dict[int, tuple[float, int]] = {}
    back: dict[int, tuple[float, int]] = {}
    for (i, j), (gain, _) in shared.items():
        best[i] = max(best.get(i, (0.0, -1)), (gain, j))
        back[j] = max(back.get(j, (0.0, -1)), (gain, i))
    anchors = [(i, j) for i, (_, j) in best.items() if j >= 0 and back[j][1] == i]
    # Two short texts say more as wholes, unless one of them lacks a passage.
    if len(anchors) < _ANCHORS and len(source) == len(target):
        anchors = []
    left = sum(len(source[i].text.string) for i, _ in anchors) or sum(len(passage.text.string) for passage in source)
    right = sum(len(target[j].text.string) for _, j in anchors) or sum(len(passage.text.string) for passage in target)
    return right / left if left and right else 1.0


def _blocks(
    passages: Sequence[Passage], keys: Sequence[frozenset[str]], scale: float
) -> tuple[tuple[_Block | None, ...], ...]:
    """Nothing, then the passages alone, then each with the one before it, where the two may be merged."""
    single = tuple(
        _Block(len(passage.text.string) * scale, passage.kind, own) for passage, own in zip(passages, keys, strict=True)
    )
    double = tuple(
        _Block(one.length + two.length, one.kind, one.keys | two.keys)
        if one.kind == two.kind and one.kind not in _NEVER_MERGED
        else None
        for one, two in pairwise(single)
    )
    return (), single, (None, *double)[: len(single)]


def _length_cost(left: float, right: float) -> float:
    mean = (left + right) / 2
    deviation = abs(left - right) / math.sqrt(_VARIANCE * mean) if mean else 0.0
    return _LENGTH_COSTS[min(int(deviation * _LENGTH_STEPS), len(_LENGTH_COSTS) - 1)]


def align(
    source: Sequence[Passage],
    target: Sequence[Passage],
    source_keys: Sequence[frozenset[str]],
    target_keys: Sequence[frozenset[str]],
) -> list[Bead]:
    """Beads in the order of the target that hold every index of both sides exactly once.

    The keys name the facts of each passage free of language, such as ``number:1279``.
    """
    heads = _pair_front_matter(source, target)
    bodies = [index for index, passage in enumerate(source) if passage.kind != _FRONT_MATTER]
    translations = [index for index, passage in enumerate(target) if passage.kind != _FRONT_MATTER]
    found = _align_bodies(
        [source[index] for index in bodies],
        [target[index] for index in translations],
        [source_keys[index] for index in bodies],
        [target_keys[index] for index in translations],
    )
    beads = [(tuple(bodies[i] for i in left), tuple(translations[j] for j in right)) for left, right in found]
    return _in_target_order([*heads, *beads])


def _pair_front_matter(source: Sequence[Passage], target: Sequence[Passage]) -> Iterator[Bead]:
    counterparts: defaultdict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(target):
        if passage.kind == _FRONT_MATTER:
            counterparts[passage.id].append(index)
    for index, passage in enumerate(source):
        if passage.kind == _FRONT_MATTER:
            same = counterparts[passage.id]
            yield (index,), (same.pop(0),) if same else ()
    for left_over in counterparts.values():
        yield from (((), (index,)) for index in left_over)


def _in_target_order(beads: Sequence[Bead]) -> list[Bead]:
    """The beads sorted by target; one without a target stays behind the bead that it followed."""
    places: list[int] = []
    for _, right in beads:
        places.append(right[0] if right else places[-1] if places else -1)
    order = sorted(range(len(beads)), key=places.__getitem__)
    return [beads[index] for index in order]


def _align_bodies(
    source: Sequence[Passage],
    target: Sequence[Passage],
    source_keys: Sequence[frozenset[str]],
    target_keys: Sequence[frozenset[str]],
) -> list[Bead]:
    costs = _Costs(source, target, source_keys, target_keys)
    beads = []
    i = j = 0
    for many, few in _path(costs, len(source), len(target)):
        beads.append((tuple(range(i, i + many)), tuple(range(j, j + few))))
        i, j = i + many, j + few
    return _pair_moved(costs, [part for bead in beads for part in _uncross(costs, bead)])


def _path(costs: _Costs, height: int, width: int) -> list[tuple[int, int]]:
    """The shapes of the cheapest chain of beads, within a band around the diagonal."""
    step_width = width // max(height, 1) + 2  # the bands of two rows must meet, or no path leads through
    slack = max(min(_BAND + abs(height - width), max(_BAND, _CELLS // (2 * height + 1))), step_width)
    rows: list[dict[int, float]] = []
    steps: list[dict[int, tuple[int, int]]] = []
    for i in range(height + 1):
        centre = i * width // height if height else 0
        row: dict[int, float] = {}
        step: dict[int, tuple[int, int]] = {}
        rows.append(row)
        for j in range(max(centre - slack, 0) if i else 0, min(centre + slack, width) + 1):
            row[j], step[j] = _cheapest(costs, rows, i, j)
        steps.append(step)
        if i >= 2:
            rows[i - 2] = {}
    return _trace(steps, height, width)


def _cheapest(costs: _Costs, rows: Sequence[dict[int, float]], i: int, j: int) -> tuple[float, tuple[int, int]]:
    if i == j == 0:
        return 0.0, (0, 0)
    best, shape = math.inf, (0, 0)
    for (many, few), prior in _PRIORS.items():
        if many > i or few > j:
            continue
        before = rows[i - many].get(j - few)
        if before is None:
            continue
        cost = before + prior
        if many and few:
            # A bead without shared facts costs at least what its shape does.
            if cost >= best and (i - 1, j - 1) not in costs.shared[many, few]:
                continue
            cost = before + costs.bead((many, few), i - 1, j - 1)
        if cost < best:
            best, shape = cost, (many, few)
    return best, shape


def _trace(steps: Sequence[dict[int, tuple[int, int]]], i: int, j: int) -> list[tuple[int, int]]:
    path = []
    while i or j:
        many, few = steps[i][j]
        path.append((many, few))
        i, j = i - many, j - few
    return path[::-1]


def _uncross(costs: _Costs, bead: Bead) -> list[Bead]:
    """Two paragraphs in the place of two: where they only changed places, the two pairs."""
    left, right = bead
    if len(left) == len(right) == 2:
        crossed: list[Bead] = [((left[1],), (right[0],)), ((left[0],), (right[1],))]
        if all(_match(costs, one[0], other[0]) >= _MOVED for one, other in crossed):
            return crossed
    return [bead]


def _pair_moved(costs: _Costs, beads: list[Bead]) -> list[Bead]:
    """The beads with what is left over on both sides paired where the facts match strongly."""
    dropped = [left[0] for left, right in beads if not right]
    added = [right[0] for left, right in beads if not left]
    least = _LEFT_OVER if len(dropped) == len(added) == 1 else _MOVED
    pairs = ((i, j) for i in dropped for j in added if least < 0 or (i, j) in costs.shared[1, 1])
    scores = {(i, j): _match(costs, i, j) for i, j in pairs}
    home: dict[int, int] = {}
    for (i, j), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score >= least and i not in home.values() and j not in home:
            home[j] = i
    moved = set(home.values())
    return [
        ((home[right[0]],), right) if not left and right[0] in home else (left, right)
        for left, right in beads
        if right or left[0] not in moved
    ]


def _match(costs: _Costs, i: int, j: int) -> float:
    left, right = costs.left[1][i], costs.right[1][j]
    return costs.score((1, 1), left, right, i, j) if left and right else -math.inf


def segments(source: Page, target: Page, beads: Iterable[Bead]) -> tuple[Segment, ...]:
    """A segment for each bead, in their order.

    Merged passages are joined by an empty line. Where a side is missing, its text is empty and stands
    at the end of the passage before, or at the start of the file.
    """
    made = []
    ends = Origin(source.path), Origin(target.path)
    for left, right in beads:
        sources, targets = [source.passages[i] for i in left], [target.passages[j] for j in right]
        texts = (
            _join(sources) if sources else Text("", source.locale, ends[0]),
            _join(targets) if targets else Text("", target.locale, ends[1]),
        )
        ends = _end(texts[0]), _end(texts[1])
        comments = tuple(comment for passage in targets for comment in passage.comments)
        unit = Unit((targets or sources)[0].id)
        made.append(Segment(unit, *texts, _state(sources, targets), comments))
    return tuple(made)


def _state(sources: Sequence[Passage], targets: Sequence[Passage]) -> State:
    if not targets:
        return State.TARGET_MISSING
    if not sources:
        return State.SOURCE_MISSING
    return State.TRANSLATED if any(passage.text.string.strip() for passage in targets) else State.EMPTY


def _end(text: Text) -> Origin:
    """The place just behind a text."""
    place = text.origin.end(len(text.string))
    return Origin(text.origin.path, (Run(0, place.line, place.column),))


_SEPARATOR = "\n\n"


def _join(passages: Sequence[Passage]) -> Text:
    """One text out of several, each character still at its place in the file."""
    first = passages[0].text
    string, runs, protected = first.string, list(first.origin.runs), list(first.protected)
    for passage in passages[1:]:
        text = passage.text
        end = Origin(first.origin.path, tuple(runs)).end(len(string))
        # The separator stands in no file: it has no width.
        runs.append(Run(len(string), end.line, end.column, 0))
        shift = len(string) + len(_SEPARATOR)
        runs.extend(run._replace(offset=run.offset + shift) for run in text.origin.runs)
        protected.extend(Span(start + shift, stop + shift) for start, stop in text.protected)
        string += _SEPARATOR + text.string
    return Text(string, first.locale, Origin(first.origin.path, tuple(runs)), tuple(protected))
