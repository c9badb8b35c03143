import pytest

from entitle.kernel.words import Words
from entitle.questions.kinds.answering import Checks, NotKept, Unanswerable, Upload
from entitle.questions.tests.household import ask

TENANCY = ask("home.tenancy")
NAME = TENANCY.field_id


def send(upload, keep=lambda upload: "sha256:1", **more):
    return TENANCY.parse({}, checks=Checks(uploads={NAME: upload}, keep=keep, **more))


class TestAFile:
    def test_is_known_by_the_reference_of_what_was_kept(self):
        assert send(Upload("tenancy.pdf", b"%PDF-1.7")) == "sha256:1"

    def test_sent_before_stays_when_nothing_is_sent_now(self):
        assert TENANCY.parse({}, checks=Checks(held={NAME: "sha256:0"})) == "sha256:0"
        assert send(Upload("", b""), held={NAME: "sha256:0"}) == "sha256:0"

    def test_is_never_taken_from_a_reference_that_someone_typed(self):
        assert TENANCY.parse({NAME: "sha256:of-someone-else"}) is None

    @pytest.mark.parametrize(
        "upload, en",
        [
            (Upload("empty.pdf", b""), "'empty.pdf' is empty. Choose another file."),
            (Upload("huge.pdf", b"x" * (10 * 1024 * 1024 + 1)), "'huge.pdf' is too big. It must be 10 MB or less."),
        ],
    )
    def test_that_cannot_be_right_is_refused_before_it_is_scanned(self, upload, en):
        def never(upload):
            raise AssertionError("scanned")

        with pytest.raises(Unanswerable) as caught:
            send(upload, keep=never)
        assert caught.value.errors[0].message.en == en

    def test_with_a_virus_is_refused_in_the_words_of_the_scanner(self):
        def scan(upload):
            raise NotKept(Words("The file has a virus.", cy="Mae firws yn y ffeil."))

        with pytest.raises(Unanswerable) as caught:
            send(Upload("tenancy.pdf", b"%PDF"), keep=scan)
        assert caught.value.errors[0].message.cy == "Mae firws yn y ffeil."

    def test_is_not_taken_at_a_door_that_has_nowhere_to_keep_it(self):
        with pytest.raises(Unanswerable, match="by post"):
            TENANCY.parse({}, checks=Checks(uploads={NAME: Upload("t.pdf", b"%PDF")}))
