# SPDX-License-Identifier: Apache-2.0
"""The site's broker, the desk's server and an agent at the desk page, beside a kiosk of the rig."""
import json
import os
import pathlib
import socket
import subprocess
import urllib.request

from rig import BIN, ROOT, Trouble, until

PASSWORD = "quatre mots pour sylvie"
SYLVIE = {"badge": "1042", "pin": "407382"}  # the examples of config/agents.json
PAGE = pathlib.Path(os.environ.get("DESK_PAGE", BIN.parent / "desk"))


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Desk:
    """Broker and desk server of one rig. Start it before the kiosk."""

    def __init__(self, rig):
        self.rig = rig
        self.line, self.state = rig.folder / "line", rig.folder / "desk"
        self.port, self.pages = free_port(), free_port()
        self._run(ROOT / "services/agent/enrol", self.line, rig.state, self.state, "--config",
                  rig.config, "--ports", f"{self.port}:{self.pages}")
        self._run(BIN / "journal-verify", "--provision", "--secret", rig.folder / "auditor.json",
                  rig.state / "journal")
        key = self._run(BIN / "desk", "--config", rig.config, "--state", self.state, "--desk-key")
        (rig.state / "keys/desk-public.txt").write_text(key, encoding="utf-8")
        self.start_broker()
        self.server = rig.start([BIN / "desk", "--config", rig.config, "--state", self.state,
                                 "--page", PAGE, "--port", 0, "--line",
                                 f"ws://127.0.0.1:{self.pages}"])
        self.url = self.server.line(r"^listening on (http://127\.0\.0\.1:\d+)$").group(1)
        rig.line = f"127.0.0.1:{self.port}"

    def _run(self, *command):
        run = subprocess.run([str(part) for part in command], env=self.rig.environment,
                             capture_output=True, text=True, check=False)
        if run.returncode:
            raise Trouble(f"{command[0]}: {run.stdout}{run.stderr}")
        return run.stdout

    def start_broker(self):
        self.broker = self.rig.start(["mosquitto", "-c", self.line / "mosquitto.conf"])

        def listens():
            with socket.socket() as probe:
                probe.settimeout(0.2)
                return probe.connect_ex(("127.0.0.1", self.pages)) == 0
        until(listens, "the broker")

    def account(self, agent, password=PASSWORD):
        """A password of the agent's own, as after their first sign-in."""
        once = self._run(BIN / "desk", "--config", self.rig.config, "--state", self.state,
                         "--one-time-password", agent).strip()
        body = {"name": agent, "password": once, "newPassword": password}
        urllib.request.urlopen(urllib.request.Request(
            f"{self.url}/password", data=json.dumps(body).encode(), method="POST",
            headers={"Content-Type": "application/json", "Origin": self.url}), timeout=10).read()

    def journal_is_sound(self):
        return subprocess.run(
            [BIN / "journal-verify", "--secret", self.rig.folder / "auditor.json",
             self.rig.state / "journal"], env=self.rig.environment, capture_output=True,
            check=False).returncode == 0


class AgentPage:
    """An agent's browser window. Every method waits until it is done."""

    def __init__(self, desk):
        self._desk = desk
        tools = os.environ.get("DESK_TOOLS", BIN.parent / "tests/desk/tools")
        self._process = subprocess.Popen(
            ["node", pathlib.Path(__file__).parent / "agent_page.mjs"],
            env=desk.rig.environment | {"DESK_TOOLS": str(tools)}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        desk.rig.at_end.append(self.close)

    def _do(self, wish):
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"fault": "the page is gone"}')
        if "fault" in answer:
            raise Trouble(f"desk page, {wish}: {answer['fault']}")
        return answer["value"]

    def sign_in(self, agent, password=PASSWORD):
        self._do({"sign-in": self._desk.url, "agent": agent, "password": password})

    def press(self, name):
        self._do({"press": name})

    def see(self, text):
        self._do({"see": text})

    def fill(self, label, text):
        self._do({"fill": label, "text": text})

    def text(self):
        return self._do({"text": True})

    def picture(self, file):
        self._do({"picture": str(file)})

    def close(self):
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
