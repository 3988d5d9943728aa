package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.Requirement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Requirements come out of a table's cell as they went in, whatever slashes they hold. */
class RequirementLinesTest {

    @Property
    void readingTakesApartWhatWritingPutTogether(@ForAll("requirements") List<Requirement> requirements) {
        assertThat(RequirementLines.of(requirements).requirements()).isEqualTo(requirements);
    }

    @Example
    void whatWasWrittenBeforeIsStillUnderstood() {
        assertThat(new RequirementLines("Kartu Keluarga / Family card\nUsia 17 tahun\n\nKTP/SIM / ID/licence")
                        .requirements())
                .containsExactly(
                        new Requirement("Kartu Keluarga", "Family card"),
                        new Requirement("Usia 17 tahun", ""),
                        new Requirement("KTP/SIM", "ID/licence"));
    }

    @Example
    void aSlashOfItsOwnIsDoubled() {
        assertThat(RequirementLines.of(List.of(new Requirement("KTP / SIM", "ID / licence")))
                        .text())
                .isEqualTo("KTP // SIM / ID // licence");
    }

    @Provide
    Arbitrary<List<Requirement>> requirements() {
        Arbitrary<String> words = Arbitraries.strings().withChars("/ ab'").ofMaxLength(12);
        return Combinators.combine(words.filter(text -> !text.isBlank()), words)
                .as(Requirement::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
