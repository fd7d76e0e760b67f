"""When two urls name the same page."""

from __future__ import annotations

import pytest

from tracker.domain.address import address_of, on_the_web

PAGE = "courier.example/a/Ferry"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/a/Ferry",
        "http://www.courier.example/a/Ferry/",
        "https://Courier.Example:443/a/Ferry#comments",
        "https://courier.example/a/Ferry?utm_source=x&fbclid=y",
        " https://courier.example/a/Ferry ",
    ],
)
def test_urls_of_one_page_have_one_address(url):
    assert address_of(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/a/ferry",
        "https://courier.example/a/Ferry?page=2",
        "https://courier.example:8080/a/Ferry",
        "https://live.courier.example/a/Ferry",
        "ftp://courier.example/a/Ferry",
        "page 4",
        "",
    ],
)
def test_urls_of_other_pages_have_others(url):
    assert address_of(url) != PAGE


@pytest.mark.parametrize("url", ["https://[half", "http://a:99999/", "https://a:b/c"])
def test_what_is_no_url_is_its_own_address(url):
    assert address_of(url) == url


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c#d", "HTTP://localhost:80/", "www.a.example", "a.example:80/b:c"]
)
def test_an_address_is_of_the_web_with_a_scheme_or_without(url):
    assert on_the_web(f" {url} ")


@pytest.mark.parametrize("url", ["", "a", "a b.example", "file:///a.b", "data:a.b", "//a.example"])
def test_words_and_other_schemes_are_no_address_of_the_web(url):
    assert not on_the_web(url)
