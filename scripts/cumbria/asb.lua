-- Antisocial Behaviour.
pillar "asb" {
  measures = { "anti_social_behaviour", "criminal_damage", "public_order" },
}
