// The force's extracts, by the system they come from.
#pragma once
#include <boardpack/sdk/feed.hpp>
#include <boardpack/sdk/tables.hpp>

#include <string>
#include <utility>
#include <vector>

namespace durham {

using Codes = std::vector<std::pair<std::string, std::string>>;

/// A monthly extract whose header is just the columns that are taken.
boardpack::sdk::Feed monthly(const std::string& name, const std::string& title, const std::string& table,
                             std::vector<boardpack::sdk::ColumnMap> columns);

std::vector<boardpack::sdk::Feed> crimeFeeds();  ///< crimes, outcomes, custody, court cases, referrals, missing people
std::vector<boardpack::sdk::Feed> contactFeeds();  ///< calls, incidents, surveys
std::vector<boardpack::sdk::Feed> staffFeeds();    ///< people, posts, absences, workload, queues, money

/// A table of the force's own, and the feed that fills it.
boardpack::sdk::Table collisions();
boardpack::sdk::Feed collisionFeed();

/// The district as the systems write it.
boardpack::sdk::ColumnMap district(const std::string& target = "area");

}  // namespace durham
