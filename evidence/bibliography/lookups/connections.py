"""Connections that reach public addresses only, and look at their peer before a byte is sent.

A name is resolved once, by the connection itself: only what is public of the answer is called, by its number, so that
no second answer of a name server can slip in between.
"""

import ipaddress
import socket
from itertools import zip_longest

import urllib3
from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import connection

from evidence.bibliography.lookups.errors import LookUpFailed
from evidence.bibliography.lookups.watching import watched

CALLED = 3  # addresses of one name, at most: each may take its full time to connect
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")  # RFC 4291: all that IPv6 routes publicly
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: IPv4 in its last four bytes
PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")  # RFC 6890: for protocols, not for hosts


class PrivateAddress(LookUpFailed):
    """The name leads into a private network."""


def is_public(address):
    """Whether an IP address (text) belongs to the public internet; mapped and embedded IPv4 counts as what it is."""
    found = ipaddress.ip_address(address.split("%")[0])
    if found.version == 4:
        return found.is_global and not found.is_multicast and not found.is_reserved and found not in PROTOCOLS
    if found.ipv4_mapped or found in NAT64:
        return is_public(str(ipaddress.IPv4Address(found.packed[-4:])))
    inner = found.sixtofour or (found.teredo or (None, None))[1]
    return found in GLOBAL_UNICAST and found.is_global and (inner is None or is_public(str(inner)))


def _may_be_called(address):
    return address in settings.VOUCH["LOOKUPS"]["PRIVATE"] or is_public(address)


def _alternating(addresses):
    """The addresses by turns of one kind and the other, the resolver's favourite first: IPv6 may be broken here."""
    first = [one for one in addresses if (":" in one) == (":" in addresses[0])]
    second = [one for one in addresses if one not in first]
    return [one for pair in zip_longest(first, second) for one in pair if one]


class _Guarded:
    """Mixed into urllib3's connections: `_new_conn` is where both of them open their socket."""

    def _new_conn(self):
        opened = self._called(self._addresses())
        if not _may_be_called(opened.getpeername()[0]):
            opened.close()
            raise self._private()
        return watched(opened)

    def _addresses(self):
        try:
            found = socket.getaddrinfo(self.host.strip("[]"), self.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        public = [place[0] for *_rest, place in found if _may_be_called(place[0])]
        if not public:
            raise self._private()
        return _alternating(public)[:CALLED]

    def _called(self, addresses):
        failed = None
        for address in addresses:
            try:
                return connection.create_connection(
                    (address, self.port), self.timeout, socket_options=self.socket_options
                )
            except TimeoutError:
                failed = ConnectTimeoutError(self, f"{self.host} does not answer")
            except OSError as error:
                failed = NewConnectionError(self, f"{self.host} cannot be called: {error}")
        raise failed

    def _private(self):
        return PrivateAddress(_("%(host)s leads into a private network.") % {"host": self.host})


class GuardedHTTPConnection(_Guarded, HTTPConnection):
    pass


class GuardedHTTPSConnection(_Guarded, HTTPSConnection):
    pass


class GuardedHTTPPool(HTTPConnectionPool):
    ConnectionCls = GuardedHTTPConnection


class GuardedHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = GuardedHTTPSConnection


class GuardedManager(urllib3.PoolManager):
    def __init__(self, **settings):
        super().__init__(**settings)
        self.pool_classes_by_scheme = {"http": GuardedHTTPPool, "https": GuardedHTTPSPool}
