package id.balairung.agency;

import org.springframework.data.jpa.repository.JpaRepository;

interface MallRepository extends JpaRepository<Mall, Integer> {}
