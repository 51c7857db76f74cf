"""Requests that no client of good will sends, byte by byte."""
import re
import socket
import time

HOST = b"Host: x\r\n"
CLOSE = b"Connection: close\r\n"
SMUGGLED = b"GET /healthz HTTP/1.1\r\nHost: smuggled\r\n\r\n"


def get(fields, target=b"/healthz", version=b"1.1"):
    return b"GET " + target + b" HTTP/" + version + b"\r\n" + fields + b"\r\n"


def post(fields, body, target=b"/healthz", version=b"1.1"):
    return b"POST " + target + b" HTTP/" + version + b"\r\n" + fields + b"\r\n" + body


def chunked(body):
    return post(HOST + b"Transfer-Encoding: chunked\r\n", body, b"/v1/sheet")


# What is sent, and the status codes of the answers; the connection must then be closed.
CASES = {
    "plain": (get(HOST + CLOSE), "200"),
    "HEAD": (b"HEAD /healthz HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n", "200"),
    "two pipelined": (get(HOST) + get(HOST + CLOSE), "200,200"),
    "1.0 without Host": (get(b"", version=b"1.0"), "200"),
    "length and coding": (
        post(HOST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED),
        "400"),
    "gzip, then length": (
        post(HOST + b"Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", b"hello" + SMUGGLED), "400"),
    "unknown coding": (post(HOST + b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n" + SMUGGLED), "501"),
    "chunked, identity": (
        post(HOST + b"Transfer-Encoding: chunked, identity\r\n", b"0\r\n\r\n" + SMUGGLED), "501"),
    "chunked in 1.0": (
        post(HOST + b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED, version=b"1.0"), "400"),
    "two lengths": (
        post(HOST + b"Content-Length: 5\r\nContent-Length: 6\r\n", b"hello!" + SMUGGLED), "400"),
    "length +5": (post(HOST + b"Content-Length: +5\r\n", b"hello" + SMUGGLED), "400"),
    "length -1": (post(HOST + b"Content-Length: -1\r\n", b"hello" + SMUGGLED), "400"),
    "length 5, 5": (post(HOST + b"Content-Length: 5, 5\r\n", b"hello"), "400"),
    "length of 2^64 + 5": (
        post(HOST + b"Content-Length: 18446744073709551621\r\n", b"hello" + SMUGGLED), "400"),
    "chunk of -2": (chunked(b"-2\r\nhello\r\n0\r\n\r\n"), "400"),
    "chunk too large to count": (chunked(b"FFFFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"), "400"),
    "chunk that does not end": (chunked(b"5\r\nhelloXX0\r\n\r\n"), "400"),
    "chunk of 0x5": (chunked(b"0x5\r\nhello\r\n0\r\n\r\n"), "400"),
    "space before colon": (get(HOST + b"Content-Length : 0\r\n" + CLOSE), "400"),
    "folded line": (get(HOST + b"X-A: a\r\n b\r\n" + CLOSE), "400"),
    "bare line feeds": (b"GET /healthz HTTP/1.1\nHost: x\nConnection: close\n\n", "400"),
    "bare carriage return": (get(HOST + b"X-A: a\rb\r\n" + CLOSE), "400"),
    "NUL": (get(HOST + b"X-A: a\0b\r\n" + CLOSE), "400"),
    "no Host": (get(CLOSE), "400"),
    "two Hosts": (get(HOST + b"Host: y\r\n" + CLOSE), "400"),
    "HTTP/1.2": (get(HOST + CLOSE, version=b"1.2"), "505"),
    "HTTP/9.9": (get(HOST + CLOSE, version=b"9.9"), "505"),
    "space in target": (get(HOST + CLOSE, b"/health z"), "400"),
    "escaped line ends": (get(HOST + b"X-A: a%0d%0aX-B: c\r\n" + CLOSE), "200"),
    "100-continue": (
        post(HOST + CLOSE + b"Expect: 100-continue\r\nContent-Length: 5\r\n", b"hello", b"/v1/sheet"),
        "100,422"),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200 + b"\r\n\r\n", "400"),
    "64 KB in one line": (get(HOST + b"X-A: " + b"a" * 65536 + b"\r\n" + CLOSE), "431"),
    "20000 lines": (get(HOST + b"".join(b"X-%d: a\r\n" % i for i in range(20000)) + CLOSE), "431"),
    "body too large": (
        post(HOST + CLOSE + b"Content-Length: 2097152\r\n", b"a" * 2097152), "413"),
}

# What is sent first, and then again and again: the server has to cut it off.
FLOODS = {
    "a line without end": (b"GET /healthz HTTP/1.1\r\nX: ", b"a" * (1 << 20)),
    "chunks without end": (
        b"POST /v1/sheet HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"10000\r\n" + b"a" * 65536 + b"\r\n"),
    "lines without end": (b"GET /healthz HTTP/1.1\r\n", b"X: a\r\n" * 20000),
    "a chunk extension without end": (
        b"POST /v1/sheet HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;", b"a" * (1 << 20)),
    "trailers without end": (
        b"POST /v1/sheet HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
        b"X: a\r\n" * 20000),
}


def talk(port, data):
    """The status codes of all answers, and whether the server closed the connection."""
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.settimeout(10)
        answer, is_closed = b"", True
        try:
            connection.sendall(data)
        except OSError:
            pass  # it has had enough; the answer is there
        try:
            while piece := connection.recv(65536):
                answer += piece
        except TimeoutError:
            is_closed = False
        except OSError:
            pass
    return ",".join(re.findall(r"HTTP/1\.1 (\d{3})", answer.decode("latin-1"))), is_closed


def flood(port, head, piece, most=64 << 20):
    """How many bytes the server let through before it closed the connection."""
    sent = 0
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.settimeout(10)
        try:
            connection.sendall(head)
            while sent < most:
                connection.sendall(piece)
                sent += len(piece)
        except OSError:
            pass
    return sent


def drip(port, count, seconds):
    """Opens `count` connections that send a byte of a head each second; the ages at which
    the server closed them."""
    start = time.monotonic()
    head = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"a" * 4000
    open_ones = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(count)]
    for connection in open_ones:
        connection.setblocking(False)
    ages = []
    for i in range(seconds):
        for connection in list(open_ones):
            try:
                connection.send(head[i:i + 1])
                if connection.recv(1) == b"":
                    raise ConnectionError
            except BlockingIOError:
                continue
            except OSError:
                ages.append(time.monotonic() - start)
                open_ones.remove(connection)
                connection.close()
        time.sleep(max(0, start + i + 1 - time.monotonic()))
    for connection in open_ones:
        connection.close()
    return ages
