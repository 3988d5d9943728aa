package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.security.StaffId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody has more than two downloads at once, whoever else has some. */
class DownloadsUnderWayTest {

    private final DownloadsUnderWay downloads = new DownloadsUnderWay();
    private final StaffId one = new StaffId(UUID.randomUUID());
    private final StaffId other = new StaffId(UUID.randomUUID());

    @Test
    void aThirdWaitsForOneOfTheTwo() {
        assertThat(downloads.begin(one)).isTrue();
        assertThat(downloads.begin(one)).isTrue();
        assertThat(downloads.begin(one)).isFalse();
        assertThat(downloads.begin(other)).isTrue();

        downloads.end(one);

        assertThat(downloads.begin(one)).isTrue();
        assertThat(downloads.begin(one)).isFalse();
    }
}
