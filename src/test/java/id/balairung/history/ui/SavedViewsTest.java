package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.history.SavedView;
import id.balairung.history.SavedViews;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person's own views of the history: kept under a name, opened, renamed, replaced and given up, by nobody else. */
class SavedViewsTest extends InTheHistory {

    @Autowired
    SavedViews views;

    @Test
    void whatIsLookedForIsKeptUnderANameAndOpenedAgain() {
        HistoryScreen screen = history(agency.admin(), Map.of("periode", "kemarin", "hasil", "no-show"));
        menu(screen, "Simpan tampilan ini…");
        screen.type("Nama tampilan", "Tidak hadir kemarin");
        screen.click("Simpan");
        screen.go("riwayat", Map.of());

        menu(screen, "Tidak hadir kemarin");

        assertThat(screen.address()).startsWith("riwayat?").contains("periode=kemarin", "hasil=no-show");
        assertThat(hall.as(agency.admin(), views::own))
                .extracting(SavedView::name)
                .containsExactly("Tidak hadir kemarin");
    }

    @Test
    void aNameThatIsTakenIsSaidAtTheFieldAndNothingIsKept() {
        keep("Pagi", "");
        HistoryScreen screen = history(agency.admin());
        menu(screen, "Simpan tampilan ini…");

        screen.type("Nama tampilan", "Pagi");
        screen.click("Simpan");

        assertThat(screen.field("Nama tampilan").getErrorMessage()).contains("sudah dipakai");
        assertThat(hall.as(agency.admin(), views::own)).hasSize(1);
    }

    @Test
    void aViewThatWasDeletedComesBackByUndoing() {
        keep("Pagi", "periode=kemarin");
        HistoryScreen screen = history(agency.admin());
        menu(screen, "Atur tampilan…");

        screen.click("Hapus");
        assertThat(hall.as(agency.admin(), views::own)).isEmpty();
        screen.click("Urungkan");

        assertThat(hall.as(agency.admin(), views::own))
                .extracting(SavedView::name, SavedView::query)
                .containsExactly(tuple("Pagi", "periode=kemarin"));
    }

    @Test
    void aViewIsRenamedAndReplaced() {
        keep("Pagi", "periode=kemarin");
        HistoryScreen screen = history(agency.admin(), Map.of("lewat", "ya"));
        menu(screen, "Atur tampilan…");

        screen.click("Ganti dengan penyaring sekarang");
        screen.click("Ubah nama");
        screen.type("Nama tampilan", "Terlambat");
        screen.click("Simpan");

        assertThat(hall.as(agency.admin(), views::own))
                .extracting(SavedView::name, SavedView::query)
                .containsExactly(tuple("Terlambat", "waktu-tunggu=lewat"));
    }

    @Test
    void nobodyReachesAnothersView() {
        SavedView view = keep("Pagi", "");
        for (var staff : List.of(agency.officer(), opened().admin(), head())) {
            assertThat(hall.as(staff, views::own)).isEmpty();
            assertThatThrownBy(() -> hall.as(staff, () -> {
                        views.delete(view.id());
                        return view;
                    }))
                    .isInstanceOf(BusinessRuleViolation.class);
            assertThatThrownBy(() -> hall.as(staff, () -> {
                        views.rename(view.id(), new TypedText("Milik saya"));
                        return view;
                    }))
                    .isInstanceOf(BusinessRuleViolation.class);
        }
        assertThat(hall.as(agency.admin(), views::own)).containsExactly(view);
    }

    @Test
    void twentyViewsAreKeptAndNoMore() {
        IntStream.range(0, SavedViews.MOST).forEach(number -> keep("Tampilan " + number, ""));

        assertThatThrownBy(() -> keep("Satu lagi", ""))
                .isInstanceOf(BusinessRuleViolation.class)
                .isNotInstanceOf(InvalidInput.class);
    }

    @Test
    void aNameIsThereAndCanBePrinted() {
        assertThatThrownBy(() -> keep("  ", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> keep("terbalik\u202E", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> keep("x".repeat(61), "")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void chosenColumnsAreThereAgainNextTime() {
        served(agency, 0, Duration.ofMinutes(4));
        HistoryScreen screen = history(agency.admin());
        assertThat(screen.shows("way")).isFalse();
        assertThat(screen.shows("priority")).isTrue();

        screen.window().test(MenuBarTester.class, bar(screen, "Kolom")).clickItem("Kolom", "Menuju loket");
        screen.window().test(MenuBarTester.class, bar(screen, "Kolom")).clickItem("Kolom", "Prioritas");

        assertThat(screen.shows("way")).isTrue();
        HistoryScreen again = history(agency.admin());
        assertThat(again.shows("way")).isTrue();
        assertThat(again.shows("priority")).isFalse();
        assertThat(history(agency.officer()).shows("priority")).isTrue();
    }

    @Test
    void itsMenusSpeakIndonesianWhereTheyDontFit() {
        assertThat(bar(history(agency.admin()), "Tampilan").getI18n().getMoreOptions())
                .isEqualTo("Pilihan lainnya");
    }

    private SavedView keep(String name, String query) {
        return hall.as(agency.admin(), () -> views.save(new TypedText(name), query));
    }

    private static void menu(HistoryScreen screen, String item) {
        screen.window().test(MenuBarTester.class, bar(screen, "Tampilan")).clickItem("Tampilan", item);
    }

    private static MenuBar bar(HistoryScreen screen, String text) {
        return screen.window().find(MenuBar.class).all().stream()
                .filter(bar -> bar.getItems().getFirst().getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
