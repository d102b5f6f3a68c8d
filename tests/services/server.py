"""A web server on this machine that answers as the services do, slowly, wrongly or not at all, as a story wants."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


class Service:
    """`answers`: path → (status, headers, body) or a function of the query that returns one; `asked`: what came in."""

    def __init__(self):
        self.answers, self.asked, self.agents = {}, [], []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def says(self, path, body, status=200, **headers):
        """Answer a path with a dict (as JSON), text or bytes."""
        data = json.dumps(body) if isinstance(body, dict) else body
        data = data.encode() if isinstance(data, str) else data
        self.answers[path] = (status, headers, data)

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _handler(service):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                path = unquote(parts.path)
                service.asked.append(path)
                service.agents.append(self.headers["User-Agent"])
                answer = service.answers.get(path, (404, {}, b""))
                status, headers, data = answer(parse_qs(parts.query)) if callable(answer) else answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self._write(data)

            def _write(self, data):
                try:
                    for piece in data if not isinstance(data, bytes) else [data]:
                        self.wfile.write(piece)
                except OSError:
                    return  # the client hung up, as it should

            def log_message(self, *args):
                pass

        return Handler


def drip(piece, times, pause):
    """A body that comes in pieces, slowly."""
    for _time in range(times):
        threading.Event().wait(pause)  # stories that skip all waiting do so by `time.sleep`
        yield piece
