"""This machine alone is answered, and the browser is told to ask nobody else."""

import pytest


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1:8050", "127.0.0.1", "[::1]:8050"])
def test_this_machine_is_answered(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8050", "10.0.0.7"])
@pytest.mark.parametrize("path", ["/", "/map.json", "/_dash-layout"])
def test_a_page_that_points_its_own_name_here_is_refused(client, host, path):
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 403
    assert b"Ada" not in answer.data


def test_the_browser_may_ask_this_host_alone(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy.replace("'self'", "")


def test_nothing_in_the_page_names_another_host(client):
    page = client.get("/").get_data(as_text=True)
    assert "https://" not in page
    assert "http://" not in page
