# SPDX-License-Identifier: Apache-2.0
"""The steps of the reception and of a procedure, as the files of config/ put them together."""
import json

from rig import ROOT


def read(name):
    return json.loads((ROOT / f"config/{name}.json").read_text(encoding="utf-8"))


class Steps:
    """What a visit with this procedure can be asked, by the id of the step."""

    def __init__(self, procedure):
        self._steps = {}
        for name in ("reception", f"procedures/{procedure}"):
            self._add(read(name)["steps"], {})

    def _add(self, steps, texts):
        for step in steps:
            if "part" in step:
                self._add(read(f"parts/{step['part']}")["steps"], step.get("texts", {}))
            else:
                words = texts.get(step["id"], step.get("text", step["id"]))
                self._steps[step["id"]] = step | {"text": words}

    def base(self, step):
        """The id of a step's data and words: a repeated step carries its number at the end."""
        head, _, tail = step.rpartition("-")
        known = step in self._steps or not tail.isdigit() or head not in self._steps
        return step if known else head

    def __getitem__(self, step):
        return self._steps[self.base(step)]
