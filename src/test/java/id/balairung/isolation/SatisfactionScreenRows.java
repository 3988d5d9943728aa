package id.balairung.isolation;

import static id.balairung.isolation.Row.screen;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;
import static id.balairung.security.Role.OFFICER;

import java.util.stream.Stream;

/** The rows of the screens of satisfaction. */
final class SatisfactionScreenRows {

    private static final String OWN = "whose it is follows from who is signed in, but for the head: ";

    private SatisfactionScreenRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                screen("/kepuasan SatisfactionView")
                        .opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD)
                        .because(OWN + "AdminSatisfactionTest, OfficerSatisfactionTest"),
                screen("/kepuasan/komentar CommentsView")
                        .opensFor(AGENCY_ADMIN, MALL_HEAD)
                        .because(OWN + "FollowUpOnScreenTest"),
                screen("/kepuasan/tindak-lanjut TasksView")
                        .opensFor(AGENCY_ADMIN, MALL_HEAD)
                        .because(OWN + "FollowUpOnScreenTest"));
    }
}
