//! A list of players in several orders.

use std::cmp::Reverse;

/// Someone who plays.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub name: String,
    pub team: u8,
    pub points: u32,
    pub rating: f64,
}

/// Sorts by points, the most first; those of the same points by name.
pub fn by_points(players: &mut [Player]) {
    players.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| a.name.cmp(&b.name)));
}

/// Sorts by team and, within it, by points, the most first.
pub fn by_team(players: &mut [Player]) {
    // all parts are small and can be copied, so a tuple is the shortest way
    players.sort_by_key(|player| (player.team, Reverse(player.points)));
}

/// Sorts by rating, the best first; what is no number comes last.
pub fn by_rating(players: &mut [Player]) {
    players.sort_by(|a, b| {
        a.rating
            .is_nan()
            .cmp(&b.rating.is_nan())
            .then_with(|| b.rating.total_cmp(&a.rating))
    });
}

/// Sorts by name as people look for it: upper and lower case are the same.
pub fn by_name(players: &mut [Player]) {
    players.sort_by_cached_key(|player| player.name.to_lowercase());
}

/// Returns the places of the players in order of their points, leaving the list as it is.
pub fn ranking(players: &[Player]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..players.len()).collect();
    order.sort_by_key(|&index| Reverse(players[index].points));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn players() -> Vec<Player> {
        [
            ("bo", 2, 10, 1.5),
            ("Ann", 1, 30, f64::NAN),
            ("Cy", 2, 30, 2.5),
            ("ann", 1, 10, -0.5),
        ]
        .map(|(name, team, points, rating)| Player {
            name: name.to_owned(),
            team,
            points,
            rating,
        })
        .to_vec()
    }

    fn sorted(sort: fn(&mut [Player])) -> Vec<String> {
        let mut players = players();
        sort(&mut players);
        players.into_iter().map(|player| player.name).collect()
    }

    #[test]
    fn ties_go_to_the_next_key() {
        assert_eq!(sorted(by_points), ["Ann", "Cy", "ann", "bo"]);
        assert_eq!(sorted(by_team), ["Ann", "ann", "Cy", "bo"]);
    }

    #[test]
    fn what_is_no_number_comes_last() {
        assert_eq!(sorted(by_rating), ["Cy", "bo", "ann", "Ann"]);
    }

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(sorted(by_name), ["Ann", "ann", "bo", "Cy"]);
    }

    #[test]
    fn a_ranking_moves_nothing() {
        assert_eq!(ranking(&players()), [1, 2, 0, 3]);
        assert_eq!(ranking(&[]), []);
    }
}
