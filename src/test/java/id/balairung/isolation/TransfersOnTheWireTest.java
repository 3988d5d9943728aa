package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.upload.Upload;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDraft;
import id.balairung.common.TypedText;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.sheet.ui.ImportDialog;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.NewStaff;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Every file that leaves or enters the house, asked for and sent as anybody could who knows its address. */
class TransfersOnTheWireTest extends OnTheWire {

    private static final String FORMULA = "=HYPERLINK(1)";
    /** How many further columns there are, each cell as long as one may be. */
    private static final int NOTES = 40;

    private static final LocalDate DAY = LocalDate.of(2092, 5, 1);
    private static final String HEADERS = "Nama pengguna;Nama;Boleh memilih;Loket\r\n";

    @Autowired
    OfficerAdministration officers;

    @Autowired
    ServiceAdministration services;

    @Autowired
    MallCalendar calendar;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    UserDetailsService users;

    private Hall.TestAgency agency;
    private StaffPrincipal mallAdmin;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 1);
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    /** In each is a name that a spreadsheet would carry out. */
    @TestFactory
    Stream<DynamicTest> anExportIsItsOwnersWhileSignedInAndCarriesNothingOut() {
        as(
                agency.admin(),
                () -> officers.create(
                        "rumus." + port + agency.name().hashCode(), new TypedText(FORMULA), false, Set.of()));
        as(agency.admin(), () -> services.add(new ServiceDraft("Q", FORMULA, FORMULA, 20, 15, null, List.of())));
        StaffPrincipal named = as(mallAdmin, () -> {
            String username = "rumus.mpp" + agency.name().hashCode();
            accounts.add(
                    List.of(new NewStaff(username, FORMULA, Role.MALL_ADMIN, Optional.empty(), false)),
                    InitialPassword.lasting(Hall.PASSWORD));
            return (StaffPrincipal) users.loadUserByUsername(username);
        });
        as(named, () -> {
            calendar.add(new CalendarDraft(DAY, CalendarKind.LOCAL_HOLIDAY, FORMULA, null, null));
            return DAY;
        });
        return Stream.of(
                        Map.entry("kelola/petugas", agency.admin()),
                        Map.entry("kelola/layanan", agency.admin()),
                        Map.entry("jejak-audit", agency.admin()),
                        Map.entry("kelola/akun", mallAdmin),
                        Map.entry("kelola/kalender", mallAdmin),
                        Map.entry("jejak-audit", mallAdmin))
                .map(export ->
                        dynamicTest(export.getKey() + " of " + export.getValue().role(), () -> {
                            Wire owner = signedIn(export.getValue());
                            Wire stranger = signedIn(hall.agency(1, 0).admin());
                            Wire sameRole = signedIn(hall.staff(Role.MALL_ADMIN, Optional.empty()));
                            Wire.Screen screen = owner.screen();
                            screen.go(export.getKey());
                            String link = on(owner, screen, ui -> export(ui, one(ui, ExportMenu.class)));
                            String file = owner.get(link).body();
                            Transfers.assertNoFormula(file);
                            assertThat(file).contains("'" + FORMULA);
                            Transfers.assertOnlyFor(owner, stranger, link, "HYPERLINK");
                            Transfers.assertOnlyFor(owner, sameRole, link, "HYPERLINK");
                            Transfers.assertOnlyFor(owner, new Wire(port), link, "HYPERLINK");
                            Transfers.assertDeadAfterSignOut(owner, link, "HYPERLINK");
                        }));
    }

    @AfterEach
    void removeTheDay() {
        hall.as(mallAdmin, calendar::days).stream()
                .filter(day -> day.day().equals(DAY))
                .forEach(day -> as(mallAdmin, () -> {
                    calendar.remove(DAY, day.version());
                    return day;
                }));
    }

    /** As the component sends it, without a word of how large it is; and as a form, which the container bounds as well. */
    @Test
    void aFileTooLargeIsRefusedWhateverThePageSaid() {
        Import importing = new Import(agency.admin());
        String note = ";" + "x".repeat(1_900);
        int rows = SheetFile.LARGEST / (note.length() * NOTES) + 1;
        String large = withNotes(HEADERS.strip(), ";Catatan")
                + IntStream.range(0, rows)
                        .mapToObj(number -> withNotes("orang.banyak%03d;Orang Banyak;ya;".formatted(number), note))
                        .collect(Collectors.joining());
        Transfers.sendRaw(importing.wire, importing.target, "petugas.csv", "text/csv", large);
        importing.awaitRefusal();
        assertThat(importing.canConfirm()).isFalse();
        importing.send("petugas.csv", "text/csv", large);
        assertThat(importing.canConfirm()).isFalse();
        importing.send(
                "petugas.csv", "text/csv", row("orang.kecil" + agency.name().hashCode()));
        await().until(importing::canConfirm);
    }

    /** A line with further columns, which no table asks for. */
    private static String withNotes(String line, String note) {
        return line + note.repeat(NOTES) + "\r\n";
    }

    /** But for how they begin, or for what stands where nobody reads it, they are tables. */
    @Test
    void aFileOfAnotherKindIsRefusedWhateverItIsCalled() {
        Import importing = new Import(agency.admin());
        String table = ";" + HEADERS + ";orang.jenis" + agency.name().hashCode() + ";Orang;ya;\r\n";
        for (String content : List.of(
                "PK\u0003\u0004" + table,
                "%PDF-1.7" + table,
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + table,
                "GIF89a\u0001" + table,
                table + "\u0000",
                "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
                "<html><script>alert(1)</script></html>")) {
            importing.send("petugas.csv", "text/csv", content);
            importing.awaitRefusal();
            assertThat(importing.canConfirm()).as(content).isFalse();
        }
        importing.send("petugas.csv", "text/csv", "Lain" + table);
        await().until(importing::canConfirm);
    }

    @Test
    void nobodySendsAFileToSomebodyElsesScreen() {
        Import importing = new Import(agency.admin());
        for (Wire stranger : List.of(
                signedIn(hall.agency(1, 0).admin()),
                signedIn(agency.officer()),
                signedIn(agency.admin()),
                new Wire(port))) {
            importing.sendAs(stranger, row("orang.asing"));
            assertThat(importing.hasTaken()).isFalse();
        }
        importing.send("petugas.csv", "text/csv", row("orang.sendiri"));
        await().until(importing::hasTaken);
    }

    @Test
    void noFileIsTakenAfterSignOut() {
        Import importing = new Import(agency.admin());
        Wire old = importing.wire.withSameCookie();
        Map<String, Long> before = tables.sums();
        importing.wire.signOut();
        for (Wire late : List.of(old, importing.wire)) {
            assertThat(importing.sendAs(late, row("orang.terlambat"))).isNotEqualTo(200);
        }
        assertThat(tables.sums()).isEqualTo(before);
    }

    private static String row(String username) {
        return HEADERS + username + ";Orang;ya;\r\n";
    }

    /** Somebody's dialog to import officers, open. */
    private final class Import {

        private final Wire wire;
        private final Wire.Screen screen;
        private final String target;

        Import(StaffPrincipal staff) {
            wire = signedIn(staff);
            screen = wire.screen();
            screen.go("kelola/petugas");
            on(wire, screen, ui -> {
                String text = ui.getTranslation("staff.sheet.import");
                Button button = all(ui, Button.class)
                        .filter(one -> one.getText().equals(text))
                        .findFirst()
                        .orElseThrow();
                ComponentUtil.fireEvent(button, new ClickEvent<>(button));
                return "";
            });
            screen.say("[]");
            target = on(
                    wire, screen, ui -> "/" + one(ui, Upload.class).getElement().getAttribute("target"));
        }

        void send(String name, String type, String content) {
            Transfers.upload(wire, target, name, type, content);
        }

        int sendAs(Wire who, String content) {
            return Transfers.upload(who, target, "petugas.csv", "text/csv", content)
                    .statusCode();
        }

        void awaitRefusal() {
            await().until(() -> !refusal().isEmpty());
            on(wire, screen, ui -> {
                refusalOf(ui).setText("");
                return "";
            });
        }

        private String refusal() {
            return on(wire, screen, ui -> refusalOf(ui).getText());
        }

        private static Div refusalOf(UI ui) {
            return all(one(ui, ImportDialog.class), Div.class)
                    .filter(div -> div.hasClassName("bl-refusal"))
                    .findFirst()
                    .orElseThrow();
        }

        boolean canConfirm() {
            return on(wire, screen, ui -> String.valueOf(confirm(ui).isEnabled()))
                    .equals("true");
        }

        boolean hasTaken() {
            return canConfirm() || !refusal().isEmpty();
        }
    }

    private static Button confirm(UI ui) {
        return (Button) one(ui, ImportDialog.class)
                .getFooter()
                .getElement()
                .getChildren()
                .map(element -> element.getComponent().orElseThrow())
                .toList()
                .getLast();
    }

    /** Chooses CSV and tells the address that the page would get it from. */
    private static String export(UI ui, ExportMenu menu) {
        String csv = ui.getTranslation("sheet.export.csv");
        MenuItem item = one(menu, MenuBar.class).getItems().getFirst().getSubMenu().getItems().stream()
                .filter(one -> one.getText().equals(csv))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
        return "/" + one(menu, Anchor.class).getElement().getAttribute("href");
    }

    private static <T extends Component> T one(Component root, Class<T> type) {
        return all(root, type).findFirst().orElseThrow();
    }

    private static <T extends Component> Stream<T> all(Component root, Class<T> type) {
        return Stream.concat(
                Stream.of(root).filter(type::isInstance).map(type::cast),
                root.getChildren().flatMap(child -> all(child, type)));
    }

    private String on(Wire wire, Wire.Screen screen, Function<UI, String> act) {
        return sessions.with(wire.session(), screen.id(), ui -> {
                    StringBuilder result = new StringBuilder();
                    ui.accessSynchronously(() -> result.append(act.apply(ui)));
                    return result.toString();
                })
                .orElseThrow();
    }

    private <T> T as(StaffPrincipal staff, java.util.concurrent.Callable<T> act) {
        return hall.asProven(staff, act);
    }
}
