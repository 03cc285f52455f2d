#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the words of every language against the style of the house, and against each other.

Sentences of 12 words on average and 20 at most, no word that frightens, no acronym without its
word, the marks that the language wants, the same keys in the same order everywhere, and a button
that is named in a sentence exists. What differs between languages is a table of style/. Each file
is found by itself. Usage: words_style_test.py TEXT_FOLDER STYLE_FOLDER REFERENCE
"""

import json
import pathlib
import re
import sys

AVERAGE_WORDS = 12
MOST_WORDS = 20

# Whole sentences are measured here; labels, names and options are shorter by nature.
PROSE = ("steps", "screens", "paper", "problems", "findings", "lists", "otherwise", "desk", "costs",
         "panel", "rules", "practice", "exercises")
ACRONYM = re.compile(r"\b[A-ZÉ]{2,}\b")
# {seconds}, or the answer of a step: {birth-surname}.
PLACEHOLDER = re.compile(r"\{[a-z]+(-[a-z]+)*\}")


def texts_of(node, key=""):
    if isinstance(node, str):
        yield key, node
        return
    for name, child in node.items():
        yield from texts_of(child, f"{key}.{name}" if key else name)


def sentences_of(text):
    for sentence in re.split(r"(?<=[.!?…])\s+", text):
        words = [w for w in re.split(r"\s+", sentence) if re.search(r"\w|\{", w)]
        if words:
            yield sentence, len(words)


class Style:
    """What a language may not say, and the marks that it wants: style/<language>.json."""

    def __init__(self, path):
        table = json.loads(path.read_text(encoding="utf-8"))
        self.forbidden = re.compile(rf"\b(?:{'|'.join(table['forbidden'])})\b", re.I)
        self.typography = [(re.compile(p), what) for p, what in table["typography"].items()]
        # What looks like an acronym and is an example of what stands on a paper, or is explained.
        self.harmless = [re.compile("|".join(table["explained"])),
                         re.compile(rf"\b(?:{'|'.join(table['examples'])})\b")]
        opened, closed = map(re.escape, table["quotes"])
        self.quoted = re.compile(f"{opened}(.+?){closed}")

    def faults(self, key, text):
        for pattern, what in self.typography:
            if pattern.search(text):
                yield what
        if "  " in text or text != text.strip():
            yield "spaces too many"
        if found := self.forbidden.search(text):
            yield f"the word “{found.group()}”"
        if key.split(".")[0] != "countries":
            bare = text
            for pattern in self.harmless:
                bare = pattern.sub("", bare)
            if found := ACRONYM.search(bare):
                yield f"the acronym “{found.group()}” without its word"
        if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
            yield "a brace that is no {name}"


class Language:
    def __init__(self, path, style):
        self.path, self.style = path, Style(style)
        self.texts = dict(texts_of(json.loads(path.read_text(encoding="utf-8"))))

    def style_faults(self):
        lengths, longest = [], ("", 0)
        for key, text in self.texts.items():
            yield from (f"{key}: {fault}: {text}" for fault in self.style.faults(key, text))
            if key.split(".")[0] not in PROSE:
                continue
            for sentence, length in sentences_of(text):
                lengths.append(length)
                longest = max(longest, (sentence, length), key=lambda one: one[1])
                if length > MOST_WORDS:
                    yield f"{key}: {length} words, {MOST_WORDS} at most: {sentence}"
        average = sum(lengths) / max(1, len(lengths))
        if average > AVERAGE_WORDS:
            yield f"{average:.1f} words a sentence on average, {AVERAGE_WORDS} at most"
        print(f"{self.path}: {len(lengths)} sentences, {average:.1f} words on average, "
              f"{longest[1]} the longest ({longest[0]})")

    def buttons(self):
        """What a person can touch: the labels and the answers that are offered."""
        return {text for key, text in self.texts.items()
                if key.startswith("labels.") or ".options." in key or key.endswith(".empty")
                or key.startswith("screens.")}

    def faults_beside(self, reference):
        """What this language says that the reference does not, and the contrary."""
        if list(self.texts) != list(reference.texts):
            lacking = [key for key in reference.texts if key not in self.texts]
            more = [key for key in self.texts if key not in reference.texts]
            yield (f"lacks {lacking}, has {more} more" if lacking or more
                   else "the same keys in another order")
            return
        own, theirs = self.buttons(), reference.buttons()
        for key, text in self.texts.items():
            other = reference.texts[key]
            values = [sorted(m.group() for m in PLACEHOLDER.finditer(t)) for t in (text, other)]
            if values[0] != values[1] and not key.endswith((".date-format", ".first-of-month")):
                yield f"{key}: {values[0]}, and {values[1]} in the reference: {text}"
            if any(name in theirs for name in reference.style.quoted.findall(other)):
                for name in self.style.quoted.findall(text):
                    if name not in own:
                        yield f"{key}: nothing to touch is called “{name}”: {text}"


def main(texts, styles, reference):
    languages, faults = {}, []
    for path in sorted(pathlib.Path(texts).glob("*.json")):
        style = pathlib.Path(styles) / path.name
        if style.is_file():
            languages[path.stem] = Language(path, style)
        else:
            faults.append(f"{path}: write its table of style, {style}")
    for language in languages.values():
        found = [*language.style_faults(), *language.faults_beside(languages[reference])]
        faults += [f"{language.path}: {fault}" for fault in found]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not languages else 0


if len(sys.argv) != 4:
    sys.exit(__doc__)
sys.exit(main(*sys.argv[1:]))
