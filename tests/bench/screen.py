# SPDX-License-Identifier: Apache-2.0
"""P1, P3, P4, P5: the kiosk and Chromium, in turns, each on a screen of its own."""
import itertools
import time

from peers import Chromium, Kiosk
from people import PEOPLE, Visitor
from table import quantile
from walk import LABEL


def ratio(ours, theirs, goal):
    value = theirs / ours
    return {"peer": f"{theirs:.1f} ms", "ratio": f"{value:.1f} (>= {goal:g})"}


def box_of(tree, name):
    """Where the control of this name is on the screen."""
    node = tree.wait(name)
    return tree.extents(node)


def launches(bench):
    """P1 and P3: the two are launched in turns, files warm."""
    first = {"kiosk": [], "chromium": []}
    answered = {"kiosk": [], "chromium": []}
    with Kiosk(bench) as kiosk, Chromium(bench) as chromium:
        kiosk.start(accessible=True)
        kiosk.walk()
        begin = box_of(kiosk.rig.tree, LABEL["begin"])
        places = {"kiosk": (begin[0] + begin[2] / 2, begin[1] + begin[3] / 2)}
        kiosk.finger.tap(begin)
        kiosk.finger("learn", 60, 160, 960, 400)
        kiosk.stop()
        chromium.start()
        chromium.finger("settle", 10000, 1500)
        key = chromium.buttons["A"]
        places["chromium"] = (key[0] + key[2] / 2, key[1] + key[3] / 2)
        chromium.finger.tap(key, quiet=400)
        chromium.finger("learn", *chromium.field())
        chromium.stop()
        for peer in (kiosk, chromium):  # once without being counted: files become warm
            peer.launched()
            peer.stop()
        for _ in range(bench.rounds):
            for peer in (kiosk, chromium):
                first[peer.name].append(peer.launched())
                peer.stop()
        for _ in range(bench.rounds):
            for peer in (kiosk, chromium):
                answered[peer.name].append(peer.launched_and_answered(places[peer.name]))
                peer.stop()
    for number, what, times, limit, goal in (
            ("P1", "launch to first complete page, warm", first, 200, 4),
            ("P3", "launch to an answered tap", answered, 300, 3)):
        ours, theirs = (quantile(times[name], 0.95) for name in ("kiosk", "chromium"))
        bench.table.add(number, what, f"p95 {ours:.0f} ms (p50 {quantile(times['kiosk'], .5):.0f})",
                        f"<= {limit} ms", **ratio(ours, theirs, goal),
                        holds=ours <= limit and theirs / ours >= goal)


def buttons_on(tree):
    """Every button that shows and may be pressed: (name, box)."""
    return [(node.name, tree.extents(node)) for node in tree.pressable()]


def press_all(kiosk, times):
    """Presses every button of the screen that shows and slides away, so that nothing happens."""
    for _, box in buttons_on(kiosk.rig.tree):
        times.append(kiosk.finger.feedback(box))


def chromium_presses(chromium, names, count, times):
    for name in itertools.islice(names, count):
        times.append(chromium.finger.feedback(chromium.buttons[name]))


def taps(bench):
    """P4 and P5 along a whole visit; Chromium's turn comes after each screen."""
    feedback = {"kiosk": [], "chromium": []}
    screens = {"kiosk": [], "chromium": []}
    with Kiosk(bench) as kiosk, Chromium(bench) as chromium:
        kiosk.start(accessible=True)
        chromium.start()
        chromium.finger("settle", 10000, 1500)
        names = itertools.cycle(sorted(chromium.buttons))
        walk = kiosk.walk()
        press_all(kiosk, feedback["kiosk"])

        def on_each_screen(_step):
            kiosk.finger("settle", 300, 60)
            time.sleep(0.5)  # the same key sooner after the last tap is taken for a bounce
            before = len(feedback["kiosk"])
            press_all(kiosk, feedback["kiosk"])
            chromium_presses(chromium, names, len(feedback["kiosk"]) - before,
                             feedback["chromium"])

        def proceed(name):
            """The main button of a screen, by a real tap: to the last pixel of the next screen."""
            screens["kiosk"].append(kiosk.finger.tap(box_of(kiosk.rig.tree, name))[0])
            main, back = chromium.buttons[LABEL["continue"]], chromium.buttons[LABEL["back"]]
            screens["chromium"].append(chromium.finger.tap(main)[0])
            chromium.finger.tap(back)
            time.sleep(0.5)  # the same button again within that time is one press

        walk.each_screen = on_each_screen
        walk.proceed = proceed
        walk.begin()
        walk.answers(Visitor(kiosk.rig, PEOPLE[0]).script)
    lost = {name: sum(t is None for t in times) for name, times in feedback.items()}
    kept = {name: [t for t in times if t is not None] for name, times in feedback.items()}
    for share, limit, goal in ((0.5, 2, 1), (0.99, 8, 4)):
        ours, theirs = (quantile(kept[name], share) for name in ("kiosk", "chromium"))
        bench.table.add("P4", f"tap to pixel, {len(kept['kiosk'])} buttons of all screens",
                        f"p{share * 100:.0f} {ours:.1f} ms", f"<= {limit} ms",
                        **ratio(ours, theirs, goal),
                        holds=ours <= limit and theirs / ours >= goal and not lost["kiosk"])
    if lost["kiosk"] or lost["chromium"]:
        bench.table.add("P4", "presses that changed no pixel", str(lost["kiosk"]), "0",
                        peer=str(lost["chromium"]), holds=not lost["kiosk"])
    kept = {name: [t for t in times if t is not None] for name, times in screens.items()}
    ours, theirs = (quantile(kept[name], 0.99) for name in ("kiosk", "chromium"))
    bench.table.add("P5", f"tap to next screen complete, {len(kept['kiosk'])} screens",
                    f"p99 {ours:.0f} ms (p50 {quantile(kept['kiosk'], .5):.0f})", "<= 50 ms",
                    **ratio(ours, theirs, 2), holds=ours <= 50 and theirs / ours >= 2)


