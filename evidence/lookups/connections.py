"""Connections that reach public addresses only: the peer is looked at before a byte is sent.

A name is resolved once, by the connection itself, so that no second answer of a name server can slip in between.
"""

import ipaddress

import urllib3
from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from evidence.lookups.errors import LookUpFailed


class PrivateAddress(LookUpFailed):
    """The name leads into a private network."""


def is_public(address):
    """Whether an IP address (text) belongs to the public internet; mapped and embedded IPv4 counts as what it is."""
    found = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is None and getattr(found, "teredo", None):
        inner = found.teredo[1]
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


class _Guarded:
    """Mixed into urllib3's connections: `_new_conn` is where both of them open their socket."""

    def _new_conn(self):
        opened = super()._new_conn()
        address = opened.getpeername()[0]
        if not is_public(address) and address not in settings.VOUCH["LOOKUPS"]["PRIVATE"]:
            opened.close()
            raise PrivateAddress(_("%(host)s leads into a private network.") % {"host": self.host})
        return opened


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
