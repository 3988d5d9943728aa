package counterexample;

import jakarta.persistence.EntityManager;

class ForgetfulManager {

    private final EntityManager entities;

    ForgetfulManager(EntityManager entities) {
        this.entities = entities;
    }

    Object count() {
        return entities.createNativeQuery("select count(*) from ticket").getSingleResult();
    }
}
