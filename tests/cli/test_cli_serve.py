from __future__ import annotations

import pytest


@pytest.mark.parametrize("port", ["99999", "65536", "-1", "http", "9" * 5_000, "0" * 9 + "99999"])
def test_a_port_that_there_cannot_be_is_refused_with_the_range(run, stocked, port):
    ran = run("serve", f"--port={port}")
    assert ran.code == 2
    assert "is no port; give a number from 0 to 65535" in ran.err
