#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the words of config/text/*.json against the style of the house.

Sentences of 12 words on average and 20 at most, no word that frightens, no acronym without its
word, no-break spaces where French wants them. Usage: words_style_test.py TEXT_FILE…
"""

import json
import re
import sys

AVERAGE_WORDS = 12
MOST_WORDS = 20
NO_BREAK = "\u00a0"

# Whole sentences are measured here; labels, names and options are shorter by nature.
PROSE = ("steps", "screens", "paper", "problems", "findings", "lists", "otherwise", "desk", "costs",
         "practice", "exercises")
FORBIDDEN = re.compile(
    r"\b(erreurs?|invalides?|veuillez|saisi\w*|valid\w*|téléservices?|cliqu\w*|usagers?)\b", re.I)
# What looks like an acronym and is an example of what stands on a paper.
EXAMPLES = re.compile(
    r"\b(?:[A-Z]{2}-\d{3}-[A-Z]{2}|\d{2,4} ?[A-Z]{2,3} ?\d{2,5}|\d+ BIS|ABC|AZERTY|SS)\b")
# Letters that stand in a box of the certificate, always told together with the box or their word.
BOX_LETTERS = re.compile(r"(?:[Cc]ase [A-Z]\.\d : [A-Z0-9]{2,5}|\b[A-Z0-9]{2,4} : [a-zé])"
                         .replace(" : ", NO_BREAK + ": "))
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


def faults_of_spaces(text):
    if re.search(r"[^\u00a0\s][?!:;»]", re.sub(r"[?!]{2,}", "?", text)):
        yield "no space before ? ! : ; or »"
    if re.search(r"[ \u202f][?!:;»]", text) or re.search(r"«(?!\u00a0)", text):
        yield "a space that may break at ? ! : ; « or »"
    if re.search(r"\w'\w", text):
        yield "a straight apostrophe"
    if "  " in text or text != text.strip():
        yield "spaces too many"


def faults_of(key, text):
    yield from faults_of_spaces(text)
    found = FORBIDDEN.search(text)
    if found:
        yield f"the word “{found.group()}”"
    if key.split(".")[0] != "countries":
        found = ACRONYM.search(BOX_LETTERS.sub("", EXAMPLES.sub("", text)))
        if found:
            yield f"the acronym “{found.group()}” without its word"
    if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
        yield "a brace that is no {name}"


def check(path):
    with open(path, encoding="utf-8") as file:
        words = json.load(file)
    faults, lengths, longest = [], [], ("", 0)
    for key, text in texts_of(words):
        faults += [f"{key}: {fault}: {text}" for fault in faults_of(key, text)]
        if key.split(".")[0] not in PROSE:
            continue
        for sentence, length in sentences_of(text):
            lengths.append(length)
            if length > longest[1]:
                longest = (sentence, length)
            if length > MOST_WORDS:
                faults.append(f"{key}: {length} words, {MOST_WORDS} at most: {sentence}")
    average = sum(lengths) / max(1, len(lengths))
    if average > AVERAGE_WORDS:
        faults.append(f"{average:.1f} words a sentence on average, {AVERAGE_WORDS} at most")
    print(f"{path}: {len(lengths)} sentences, {average:.1f} words on average, "
          f"{longest[1]} the longest ({longest[0]})")
    return faults


def main(paths):
    if not paths:
        print("words_style_test.py: name the text files to measure", file=sys.stderr)
        return 2
    faults = [f"{path}: {fault}" for path in paths for fault in check(path)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
