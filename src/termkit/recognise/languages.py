"""Recognises that a text, or a sentence of it, is not in the language of its locale.

Cheap evidence comes first: the frequent words of each language, and the letters that only one of two
close languages has (``languages/<tag>.yaml``, section ``detect``). Only where it does not already say
that a text is in its own language is langdetect asked, with the profiles of the languages in question.
A text is called foreign where both agree. Names, numbers, protected spans and quotations don't count.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from babel import Locale as CldrLocale
from babel.core import UnknownLocaleError
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from termkit.folding import Folded, fold
from termkit.language import languages_with_clues, load_language
from termkit.model import Certainty, Kind, Language, Locale, Mention, Span, Text

__all__ = ["recognise_language"]

_WORD = re.compile(r"[^\W\d_]+'?")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'»”“)\]]*(?= )|[。！？]+")
_PUNCTUATION = re.compile(r"[^\w\s]*")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINKS = frozenset("'-")
_QUOTATION = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"|「[^「」]*」")

_FEWEST_WORDS = 3
_FEWEST_LETTERS = 20
_SENTENCE_WORDS = 5
_SOME_LETTERS = 30  # that langdetect must have seen where hardly a frequent word speaks for either language …
_MORE_LETTERS = 60  # … where none does …
_MANY_LETTERS = 80  # … and where the text's own language has no list of them
_TELLING_WORDS = 2  # with letters of one language alone: enough in a text of any length
_SHARE = 0.25  # of the words of a text that must be frequent ones where its own language has no list of them
_OWN_LETTERS = 0.1  # of the letters: fewer in the scripts of the locale, and the text is in another script
_SCRIPT_SHARE = 0.02  # of the letters in a language's names of countries: less, and it is not its script
_KANA = frozenset({"HIRAGANA", "KATAKANA"})  # written together, though foreign names are all in the second
_SURE, _LIKELY = 0.99, 0.7
_MOST_REMEMBERED = 200_000  # words
_TRIALS = 2  # langdetect makes 7 by default; the words have a say here too
_LONGEST = 600  # characters that langdetect is given; it samples a text, whatever its length

# langdetect's profiles that are not named by the tag of their language.
_PROFILES = {"zh": "zh-cn", "nb": "no", "nn": "no", "fil": "tl"}


class _Word(NamedTuple):
    """A word of the folded text. Names are not prose: a capital inside a sentence counts as one."""

    start: int
    end: int
    string: str
    prose: bool
    quoted: bool


class _Rival(NamedTuple):
    """A language against the text's own: the words that speak for it alone, and those for its own alone."""

    tag: str
    for_it: int
    against: int


def recognise_language(text: Text, candidates: frozenset[str] | None = None) -> Mention | None:
    """The foreign language that a text is in, or else the first of its sentences that is in one.

    Nothing where all of it is, or may be, in the language of its locale. The candidates are the tags
    of the languages that may occur; without them, those whose data file says what gives them away.

    >>> recognise_language(Text("Він сказав, що це було вчора.", Locale("uk")))
    >>> mention = recognise_language(Text("Так было. Он сказал, что это было вчера.", Locale("uk")))
    >>> mention.value.locale, mention.reading
    ('ru', 'Russian, not Ukrainian')
    """
    own = _base(text.locale)
    rivals = _rivals(own, languages_with_clues() if candidates is None else candidates)
    folded = fold(text.string)
    if _is_plainly_own(folded.string, own, rivals):
        return None
    sentences = _sentences(text, folded)
    words = [word for sentence in sentences for word in sentence]
    if not _suspects(words, own, rivals):
        return None
    whole = _judge(words, own, rivals)
    if whole is not None:
        said = [word for word in words if not word.quoted]
        if len(said) < len(words) and _is_own(said, own, whole.locale):
            whole = None
        elif not any(_is_own(sentence, own, whole.locale) for sentence in sentences):
            return _mention(text, Span(0, len(text.string)), whole)
    part = _foreign_sentence(text, folded, sentences, own, rivals) if len(sentences) > 1 else None
    return part or (_mention(text, Span(0, len(text.string)), whole) if whole else None)


def _foreign_sentence(
    text: Text, folded: Folded, sentences: Sequence[Sequence[_Word]], own: str, rivals: frozenset[str]
) -> Mention | None:
    """The first sentence outside quotations that is in another language, with those like it that follow."""
    start = end = 0
    found: Language | None = None
    for sentence in sentences:
        said = [word for word in sentence if not word.quoted]
        prose = sum(word.prose for word in said)
        language = _judge(said, own, rivals) if prose >= _SENTENCE_WORDS else None
        if found is None and language is not None:
            found, start, end = language, sentence[0].start, sentence[-1].end
        elif found is not None and language is not None and language.locale == found.locale:
            end = sentence[-1].end
        elif found is not None:
            break
    end += len(_PUNCTUATION.match(folded.string, end).group())  # type: ignore[union-attr]  # matches anywhere
    return _mention(text, folded.original(start, end), found) if found else None


def _mention(text: Text, span: Span, language: Language) -> Mention:
    reading = f"{_name(language.locale)}, not {_name(_base(text.locale))}"
    return Mention(Kind.LANGUAGE, span, text.string[slice(*span)], language, reading=reading)


@functools.lru_cache(256)
def _rivals(own: str, candidates: frozenset[str]) -> frozenset[str]:
    """The other languages of some tags."""
    return frozenset(map(_base, candidates)) - {own}


def _base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


@functools.cache
def _name(tag: str) -> str:
    return str(CldrLocale("en").languages.get(tag, tag))


# Words


def _sentences(text: Text, folded: Folded) -> list[list[_Word]]:
    """The words of the unprotected text by sentence; no sentence is empty."""
    string = _blank(folded.string, [folded.folded(span) for span in text.protected])
    quotations = [match.span() for match in _QUOTATION.finditer(string)]
    ends = {match.end() for match in _SENTENCE_END.finditer(string)}
    ends |= {folded.folded(Span(*match.span())).start for match in _BLANK_LINE.finditer(text.string)}
    shouted = string.isupper()
    sentences: list[list[_Word]] = []
    start = 0
    for end in sorted({*ends, len(string)}):
        words = list(_words(string, start, end, quotations, shouted=shouted))
        if words:
            sentences.append(words)
        start = end
    return sentences


def _blank(string: str, spans: Sequence[Span]) -> str:
    for start, end in spans:
        string = string[:start] + " " * (end - start) + string[end:]
    return string


def _words(
    string: str, start: int, end: int, quotations: Sequence[tuple[int, int]], *, shouted: bool
) -> Iterator[_Word]:
    first = True
    for match in _WORD.finditer(string, start, end):
        word = match.group()
        if len(word) == 1 and string[match.start() - 1 : match.start()] in _LINKS:
            continue  # the ending of "country's" or "25-й", not a word of another language
        quoted = bool(quotations) and any(opening < match.start() < closing for opening, closing in quotations)
        yield _Word(*match.span(), word.lower(), first or shouted or not word[0].isupper(), quoted)
        first = False


# Evidence


class _Clues(dict[str, tuple[int, int] | None]):
    """Word as written -> the rivals that it speaks for, and those against which it speaks for the text's own language.

    Nothing for the many words that speak neither for nor against any.

    Rivals are bits, in the order of their tags; a word with a capital may be a name and speaks against none.
    """

    def __init__(self, own: str, rivals: frozenset[str]) -> None:
        super().__init__()
        self._own, self._tags = own, rivals | {own}
        self._bits = {rival: 1 << bit for bit, rival in enumerate(sorted(rivals))}
        self.all = (1 << len(rivals)) - 1

    def __missing__(self, word: str) -> tuple[int, int] | None:
        languages = _languages_of(word.lower(), self._tags)
        bits = sum(self._bits[language] for language in languages if language != self._own)
        own = self._own in languages
        for_it, against = 0 if own else bits, self.all & ~bits if own and word.islower() else 0
        clue = (for_it, against) if for_it or against else None
        if len(self) < _MOST_REMEMBERED:
            self[word] = clue
        return clue


@functools.lru_cache(64)
def _clues(own: str, rivals: frozenset[str]) -> _Clues:
    return _Clues(own, rivals)


def _is_plainly_own(string: str, own: str, rivals: frozenset[str]) -> bool:
    """Whether some word speaks against each rival, and none or too few for any.

    True of nearly every text, and found out in one look at each word; all else is for closer looks.
    """
    clues = _clues(own, rivals)
    found = list(map(clues.__getitem__, _WORD.findall(string)))
    spoken_for = against = 0
    for for_it, against_it in filter(None, found):
        spoken_for |= for_it
        against |= against_it
    return against == clues.all and (not spoken_for or _is_own_throughout(found, spoken_for))


def _is_own_throughout(found: Sequence[tuple[int, int] | None], spoken_for: int) -> bool:
    """Whether words against some rivals are twice as many as those for them, and nowhere a sentence apart."""
    run = count_for = count_against = 0
    for for_it, against_it in (clue or (0, 0) for clue in found):
        count_for += bool(for_it)
        run += 1
        if against_it & spoken_for == spoken_for:
            count_against += 1
            run = 0
        elif run >= _SENTENCE_WORDS:
            return False
    return count_against >= max(2 * count_for, 2)


@functools.lru_cache(65536)
def _languages_of(word: str, tags: frozenset[str]) -> frozenset[str]:
    """The languages whose frequent words or telling letters a word has."""
    words, letters = _telling(tags)
    found = words.get(word, frozenset())
    for letter in letters.keys() & set(word):
        found |= letters[letter]
    return found


@functools.lru_cache(64)
def _telling(tags: frozenset[str]) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """The frequent words and the telling letters of some languages, each with those that have it."""
    words: dict[str, set[str]] = {}
    letters: dict[str, set[str]] = {}
    for tag in tags:
        clues = load_language(Locale(tag)).detect
        for known, telling in ((words, clues.words), (letters, clues.letters)):
            for item in telling:
                known.setdefault(item, set()).add(tag)
    return (
        {word: frozenset(found) for word, found in words.items()},
        {letter: frozenset(found) for letter, found in letters.items()},
    )


def _weigh(words: Sequence[_Word], own: str, rivals: frozenset[str]) -> list[_Rival]:
    """The rivals, the one that the most speaks for first."""
    tags = rivals | {own}
    for_it, shared = Counter[str](), Counter[str]()
    for word in words:
        languages = _languages_of(word.string, tags) if word.prose else ()
        counts = shared if own in languages else for_it
        for tag in languages:
            counts[tag] += 1
    weighed = [_Rival(tag, for_it[tag], shared[own] - shared[tag]) for tag in sorted(rivals)]
    return sorted(weighed, key=lambda rival: rival.against - rival.for_it)


def _is_own(words: Sequence[_Word], own: str, other: str) -> bool:
    """Whether words, though they may be few, rather speak for the text's own language than for another."""
    (rival,) = _weigh(words, own, frozenset({other}))
    return rival.against > max(rival.for_it, 1)


def _suspects(words: Sequence[_Word], own: str, rivals: frozenset[str]) -> bool:
    """Whether anything says that some of the words are not in the text's own language."""
    if _is_other_script(words, own):
        return True
    weighed = _weigh(words, own, rivals)
    if not _has_clues(own):
        return any(rival.for_it >= _SHARE * len(words) for rival in weighed)
    return any(rival.for_it or not rival.against for rival in weighed)


def _has_clues(tag: str) -> bool:
    return bool(load_language(Locale(tag)).detect.words)


def _judge(words: Sequence[_Word], own: str, rivals: frozenset[str]) -> Language | None:
    """The language that words are in, where it is not their own."""
    prose = [word for word in words if word.prose]
    weighed = _weigh(prose, own, rivals)
    by_letters = _judge_by_letters(prose, own, weighed)
    if by_letters or _size(prose) < _FEWEST_WORDS or _letters(words) < _FEWEST_LETTERS:
        return by_letters
    other_script = _is_other_script(prose, own)
    if not other_script and all(rival.against and rival.against >= 2 * rival.for_it for rival in weighed):
        return None
    # langdetect takes its time: it is asked only where it can still settle something.
    best = max((rival.for_it - rival.against for rival in weighed), default=0)
    near = [rival for rival in weighed if rival.for_it - rival.against == best]
    if not any(_agree(prose, own, _SURE, rival, other_script=other_script) for rival in near):
        return None
    # Of two languages close to each other that are both foreign here, words and letters choose.
    likely, probability = _ask(" ".join(word.string for word in prose), own, rivals, other_script=other_script)
    if likely not in rivals or probability < _LIKELY:
        return None
    rival = next((rival for rival in near if rival.tag == likely), near[0])
    return _agree(prose, own, probability, rival, other_script=other_script)


def _judge_by_letters(prose: Sequence[_Word], own: str, weighed: Sequence[_Rival]) -> Language | None:
    """The language that alone has the letters of several words, where nothing speaks for the text's own."""
    if not weighed or weighed[0].against or not _has_clues(own):
        return None
    letters = load_language(Locale(weighed[0].tag)).detect.letters
    telling = sum(not letters.isdisjoint(word.string) for word in prose)
    if telling < _TELLING_WORDS:
        return None
    return Language(Locale(weighed[0].tag), Certainty.CERTAIN if telling >= _FEWEST_WORDS else Certainty.LIKELY)


def _agree(
    prose: Sequence[_Word], own: str, probability: float, rival: _Rival, *, other_script: bool
) -> Language | None:
    """The language of words that langdetect took for foreign, where the cheap evidence says so too."""
    sure, letters = probability >= _SURE, _letters(prose)
    if not _has_clues(rival.tag):
        agreed = other_script and sure
    elif not _has_clues(own):
        agreed = sure and rival.for_it >= _SHARE * len(prose) and (other_script or letters >= _MANY_LETTERS)
    elif rival.for_it > max(2 * rival.against, 1):
        agreed = True
    else:
        # The words say little: langdetect must be sure, and have seen enough.
        enough = _SOME_LETTERS if other_script or rival.for_it else _MORE_LETTERS
        agreed = sure and rival.for_it >= 2 * rival.against and letters >= enough
    if not agreed:
        return None
    certain = sure and not rival.against and rival.for_it >= _FEWEST_WORDS
    return Language(Locale(rival.tag), Certainty.CERTAIN if certain else Certainty.LIKELY)


def _letters(words: Sequence[_Word]) -> int:
    return sum(len(word.string) for word in words)


def _size(words: Sequence[_Word]) -> int:
    """How many words there are; two characters count for one where a script writes words together."""
    wide = sum(len(word.string) for word in words if unicodedata.east_asian_width(word.string[0]) == "W")
    return wide // 2 + sum(unicodedata.east_asian_width(word.string[0]) != "W" for word in words)


# Scripts


def _is_other_script(words: Sequence[_Word], own: str) -> bool:
    """Whether hardly any letter of the words is in a script that the language is written in."""
    scripts = _scripts(own)
    letters = _letters(words)
    own_letters = sum(len(word.string) for word in words if _script(word.string[0]) in scripts)
    return bool(scripts) and letters >= _FEWEST_LETTERS and own_letters < _OWN_LETTERS * letters


@functools.lru_cache(4096)
def _script(character: str) -> str:
    """The script of a letter: the first word of its name in Unicode."""
    return unicodedata.name(character, "?").split()[0]


@functools.cache
def _scripts(tag: str) -> frozenset[str]:
    """The scripts of a language: those in which it writes the names of countries in CLDR."""
    try:
        names = CldrLocale.parse(tag, sep="-").territories.values()
    except (UnknownLocaleError, ValueError):
        return frozenset()
    counts = Counter(_script(character) for name in names for character in name if character.isalpha())
    scripts = {script for script, count in counts.items() if count >= _SCRIPT_SHARE * counts.total()}
    return frozenset(scripts | _KANA if scripts & _KANA else scripts)


# langdetect


def _ask(prose: str, own: str, rivals: frozenset[str], *, other_script: bool) -> tuple[str, float]:
    """The likeliest language, and how likely it is that the text is in another than its own, by langdetect.

    The text's own language where langdetect can't tell.
    """
    known = _profile(own) in _all_profiles()
    if not known and not other_script:
        return own, 0.0
    tags = {_profile(tag): tag for tag in rivals | {own}}
    # Where the text's own language is unknown, all others compete: its nearest one must not lend a name.
    names = frozenset(tags) & _all_profiles() if known else _all_profiles()
    detector = _factory(names).create()
    detector.n_trial = _TRIALS
    detector.append(prose[:_LONGEST])
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # no letter that any profile knows
        return own, 0.0
    likely = tags.get(found[0].lang, found[0].lang) if found else own
    return likely, sum(language.prob for language in found if language.lang != _profile(own))


def _profile(tag: str) -> str:
    return _PROFILES.get(tag, tag)


@functools.cache
def _all_profiles() -> frozenset[str]:
    folder = importlib.resources.files("langdetect") / "profiles"
    return frozenset(entry.name for entry in folder.iterdir())


@functools.lru_cache(16)
def _factory(names: frozenset[str]) -> DetectorFactory:
    """A detector of these languages alone: fewer mistakes, and faster (langdetect loads all by default)."""
    folder = importlib.resources.files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text("utf-8") for name in sorted(names)])
    factory.set_seed(0)  # it samples a text at random
    return factory
