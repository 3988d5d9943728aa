package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import org.junit.jupiter.api.Test;

/** How a service's name may break. */
class ServiceNameTest {

    @Test
    void aHyphenatedWordStaysWholeAndNoCharacterChanges() {
        ServiceName name = new ServiceName("Perekaman KTP-el dan KIA");
        assertThat(name.getElement().getTextRecursively()).isEqualTo("Perekaman KTP-el dan KIA");
        assertThat(name.getChildren().filter(part -> part.hasClassName("bl-nowrap")))
                .extracting(part -> part.getElement().getText())
                .containsExactly("KTP-el");
    }

    @Test
    void anyOtherNameIsOneText() {
        assertThat(new ServiceName("Kartu Keluarga").getChildren().map(Component::getElement))
                .extracting(part -> part.getText())
                .containsExactly("Kartu Keluarga");
    }
}
