-- Objective 5, Securing the future of our communities.
pillar "communities" {
  measures = { "anti_social_behaviour", "criminal_damage", "public_order", "drugs", "crime_and_asb" },
}
