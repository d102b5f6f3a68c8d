"""A socket that says whatever a story wants, byte by byte, to whoever calls."""

import socket
import threading


class Raw:
    """`pieces` are sent one after the other with `pause` seconds between them, whatever was asked."""

    def __init__(self, pieces, pause=0.0):
        self._pieces, self._pause = pieces, pause
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        try:
            peer, _address = self._socket.accept()
            with peer:
                for piece in self._pieces:
                    peer.sendall(piece)
                    threading.Event().wait(self._pause)  # stories stop `time.sleep`
        except OSError:
            pass  # the client hung up, as it should
        self._socket.close()
