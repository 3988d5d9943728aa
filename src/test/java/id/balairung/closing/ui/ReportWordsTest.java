package id.balairung.closing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a report's figures look like. */
class ReportWordsTest {

    private static final Locale INDONESIAN = Locale.of("id");

    private final ReportWords words =
            new ReportWords(new DefaultI18NProvider(List.of(INDONESIAN)), INDONESIAN, ZoneId.of("Asia/Makassar"));

    @Test
    void aCountShowsItsThousands() {
        assertThat(words.count(1_140)).isEqualTo("1.140");
        assertThat(words.count(947)).isEqualTo("947");
    }
}
