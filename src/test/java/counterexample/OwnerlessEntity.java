package counterexample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class OwnerlessEntity {

    @Id
    private long id;

    private String name = "";

    void setName(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return id + name;
    }
}
