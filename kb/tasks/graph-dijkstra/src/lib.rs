//! The cheapest way through a network of roads.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// A network of one-way roads between places with numbers.
#[derive(Clone, Debug, Default)]
pub struct Network {
    roads: HashMap<u32, Vec<(u32, u64)>>,
}

/// A way and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// All costs together.
    pub cost: u64,
    /// The places, from the start to the goal.
    pub places: Vec<u32>,
}

impl Network {
    /// A network without roads.
    pub fn new() -> Self {
        Self::default()
    }

    /// Add a road in one direction.
    pub fn add_road(&mut self, from: u32, to: u32, cost: u64) {
        self.roads.entry(from).or_default().push((to, cost));
    }

    /// Add a road in both directions.
    pub fn add_two_way_road(&mut self, a: u32, b: u32, cost: u64) {
        self.add_road(a, b, cost);
        self.add_road(b, a, cost);
    }

    /// The cheapest route, if there is a way at all.
    ///
    /// Routes whose cost does not fit into a `u64` count as impossible.
    pub fn route(&self, start: u32, goal: u32) -> Option<Route> {
        let mut best: HashMap<u32, (u64, u32)> = HashMap::from([(start, (0, start))]);
        let mut queue = BinaryHeap::from([Reverse((0_u64, start))]);
        while let Some(Reverse((cost, place))) = queue.pop() {
            if place == goal {
                return Some(Route {
                    cost,
                    places: walk_back(&best, start, goal),
                });
            }
            // A cheaper way to this place was found after this entry was made.
            if cost > best[&place].0 {
                continue;
            }
            for &(next, toll) in self.roads.get(&place).into_iter().flatten() {
                let Some(total) = cost.checked_add(toll) else {
                    continue;
                };
                if best.get(&next).is_none_or(|&(known, _)| total < known) {
                    best.insert(next, (total, place));
                    queue.push(Reverse((total, next)));
                }
            }
        }
        None
    }
}

fn walk_back(best: &HashMap<u32, (u64, u32)>, start: u32, goal: u32) -> Vec<u32> {
    let mut places = vec![goal];
    let mut place = goal;
    while place != start {
        place = best[&place].1;
        places.push(place);
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(roads: &[(u32, u32, u64)]) -> Network {
        let mut network = Network::new();
        for &(from, to, cost) in roads {
            network.add_road(from, to, cost);
        }
        network
    }

    #[test]
    fn more_roads_may_be_cheaper() {
        let network = network(&[(1, 4, 20), (1, 2, 5), (2, 3, 5), (3, 4, 5), (2, 4, 11)]);
        let route = network.route(1, 4).expect("there is a way");
        assert_eq!(
            route,
            Route {
                cost: 15,
                places: vec![1, 2, 3, 4]
            }
        );
    }

    #[test]
    fn an_entry_that_is_out_of_date_does_no_harm() {
        let network = network(&[(1, 2, 10), (1, 3, 1), (3, 2, 1), (2, 4, 1)]);
        assert_eq!(network.route(1, 4).map(|route| route.cost), Some(3));
    }

    #[test]
    fn roads_are_one_way_unless_said_otherwise() {
        let mut network = network(&[(1, 2, 3)]);
        assert_eq!(network.route(2, 1), None);
        network.add_two_way_road(2, 1, 7);
        assert_eq!(network.route(2, 1).map(|route| route.cost), Some(7));
        assert_eq!(network.route(1, 2).map(|route| route.cost), Some(3));
    }

    #[test]
    fn the_start_is_reached_for_nothing() {
        let route = Network::new().route(9, 9).expect("already there");
        assert_eq!(
            route,
            Route {
                cost: 0,
                places: vec![9]
            }
        );
        assert_eq!(Network::new().route(9, 8), None);
    }

    #[test]
    fn free_roads_and_circles() {
        let network = network(&[(1, 2, 0), (2, 1, 0), (2, 2, 0), (2, 3, 0)]);
        assert_eq!(
            network.route(1, 3),
            Some(Route {
                cost: 0,
                places: vec![1, 2, 3]
            })
        );
    }

    #[test]
    fn costs_that_do_not_fit_are_no_way() {
        assert_eq!(network(&[(1, 2, u64::MAX), (2, 3, 1)]).route(1, 3), None);
    }
}
