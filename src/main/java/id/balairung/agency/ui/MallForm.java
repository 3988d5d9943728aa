package id.balairung.agency.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.MallDetails;
import id.balairung.agency.MallDraft;
import id.balairung.agency.MallRules;
import id.balairung.agency.MallSettings;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mall's settings. The ranges stand at the fields, and what a change of the zone means at the zone. */
class MallForm extends ProvenForm<MallDetails> {

    /** Those of Indonesia; another one that is stored already is offered too. */
    private static final List<String> ZONES =
            List.of("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura");

    private final transient MallSettings settings;
    private final TextField name = field("name", new TextField(getTranslation("agency.mall.name")));
    private final ComboBox<String> zone = field("zone", new ComboBox<>(getTranslation("agency.mall.zone")));
    private final IntegerField recalls =
            number("recallsBeforeNoShow", "agency.mall.recalls", "agency.mall.times", 0, 9);
    private final IntegerField cooldown =
            number("recallCooldown", "agency.mall.cooldown", "agency.mall.seconds", 0, 900);
    private final IntegerField lateReturn = number("lateReturn", "agency.mall.late-return", "agency.minutes", 0, 480);
    private final IntegerField rate = number("priorityRate", "agency.mall.rate", "agency.mall.percent", 100, 1_000);
    private final IntegerField maximum = number("vulnerableMaximum", "agency.mall.maximum", "agency.minutes", 1, 240);

    MallForm(MallSettings settings, Reauthentication reauthentication) {
        super(reauthentication);
        this.settings = settings;
        name.setMaxLength(120);
        zone.setItems(ZONES);
        zone.setAllowCustomValue(false);
        zone.setItemLabelGenerator(this::zoneName);
        zone.setHelperText(getTranslation("agency.mall.zone-help"));
        ask(name, zone);
        askBeside(recalls, cooldown);
        askBeside(lateReturn, rate, maximum);
    }

    @Override
    protected String titleOf(Optional<MallDetails> shown) {
        return getTranslation("agency.mall.title");
    }

    @Override
    protected void fill(Optional<MallDetails> shown) {
        MallRules rules = shown.orElseThrow().rules();
        String stored = rules.zone().getId();
        zone.setItems(
                Stream.concat(ZONES.stream(), Stream.of(stored)).distinct().toList());
        name.setValue(rules.name());
        zone.setValue(stored);
        recalls.setValue(rules.recallsBeforeNoShow());
        cooldown.setValue((int) rules.recallCooldown().toSeconds());
        lateReturn.setValue((int) rules.lateReturnTolerance().toMinutes());
        rate.setValue(rules.priorityRatePercent());
        maximum.setValue((int) rules.vulnerableMaximumWait().toMinutes());
    }

    @Override
    protected String store(Optional<MallDetails> shown) {
        String chosen = zone.getValue();
        settings.change(
                shown.orElseThrow().version(),
                new MallDraft(
                        name.getValue(),
                        chosen == null ? "" : chosen,
                        recalls.getValue(),
                        cooldown.getValue(),
                        lateReturn.getValue(),
                        rate.getValue(),
                        maximum.getValue()));
        return "";
    }

    private String zoneName(String id) {
        return switch (id) {
            case "Asia/Jakarta", "Asia/Pontianak" -> getTranslation("agency.mall.zone-west", id);
            case "Asia/Makassar" -> getTranslation("agency.mall.zone-central", id);
            case "Asia/Jayapura" -> getTranslation("agency.mall.zone-east", id);
            default -> id;
        };
    }

    private IntegerField number(String field, String label, String unit, int least, int most) {
        IntegerField number = field(field, new IntegerField(getTranslation(label)));
        number.setSuffixComponent(new Span(getTranslation(unit)));
        number.setHelperText(
                getTranslation("agency.mall.help." + field, getTranslation("agency.mall.range", least, most)));
        return number;
    }
}
