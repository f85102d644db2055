//! Games of chance that can be tested.

use rand::RngExt;
use rand::seq::{IndexedRandom, SliceRandom};

/// Returns the sum of `count` dice.
pub fn roll(rng: &mut impl RngExt, count: u32) -> u32 {
    (0..count).map(|_| rng.random_range(1..=6)).sum()
}

/// Returns `names` in groups of at most `size`, put together by chance.
///
/// # Panics
///
/// Panics where `size` is 0.
pub fn teams<'a>(rng: &mut impl RngExt, names: &[&'a str], size: usize) -> Vec<Vec<&'a str>> {
    let mut names = names.to_vec();
    names.shuffle(rng);
    names.chunks(size).map(<[_]>::to_vec).collect()
}

/// Something to be won, more often the larger its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prize {
    pub name: &'static str,
    pub weight: u32,
}

/// Returns a prize; None where there is none with a weight.
pub fn draw<'a>(rng: &mut impl RngExt, prizes: &'a [Prize]) -> Option<&'a Prize> {
    prizes.choose_weighted(rng, |prize| prize.weight).ok()
}

/// Returns a password of letters and digits that are hard to mistake for each other.
pub fn password(rng: &mut impl RngExt, length: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let letters = (0..length).filter_map(|_| LETTERS.choose(rng));
    letters.map(|letter| char::from(*letter)).collect()
}

/// Returns an estimate of π from `points` thrown at a square.
pub fn estimate_pi(rng: &mut impl RngExt, points: u32) -> f64 {
    let inside = (0..points)
        .filter(|_| rng.random::<f64>().hypot(rng.random::<f64>()) <= 1.0)
        .count();
    4.0 * inside as f64 / f64::from(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn rng() -> StdRng {
        StdRng::seed_from_u64(7)
    }

    #[test]
    fn the_same_seed_gives_the_same_luck() {
        let rolls = |mut rng: StdRng| [1, 2, 10].map(|count| roll(&mut rng, count));
        assert_eq!(rolls(rng()), rolls(rng()));
        assert_eq!(roll(&mut rng(), 0), 0);
    }

    #[test]
    fn dice_have_six_sides() {
        let mut rng = rng();
        let mut seen = [0; 7];
        for _ in 0..6000 {
            seen[roll(&mut rng, 1) as usize] += 1;
        }
        assert_eq!(seen[0], 0);
        assert!(
            seen[1..].iter().all(|count| (800..1200).contains(count)),
            "{seen:?}"
        );
    }

    #[test]
    fn everyone_is_in_one_team() {
        let names = ["Ann", "Bo", "Cy", "Dee", "Eve"];
        let teams = teams(&mut rng(), &names, 2);
        assert_eq!(teams.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
        let mut all = teams.concat();
        all.sort_unstable();
        assert_eq!(all, names);
    }

    #[test]
    fn weights_count() {
        let prize = |name, weight| Prize { name, weight };
        let prizes = [prize("car", 1), prize("pen", 99), prize("moon", 0)];
        let mut rng = rng();
        let won: Vec<_> = (0..2000).filter_map(|_| draw(&mut rng, &prizes)).collect();
        let count = |name| won.iter().filter(|prize| prize.name == name).count();
        assert_eq!(count("moon"), 0);
        assert!((5..60).contains(&count("car")), "{}", count("car"));
        assert_eq!(draw(&mut rng, &[]), None);
        assert_eq!(draw(&mut rng, &prizes[2..]), None);
    }

    #[test]
    fn passwords_differ_and_have_their_length() {
        let mut rng = rand::rng();
        let (one, other) = (password(&mut rng, 20), password(&mut rng, 20));
        assert_eq!(one.len(), 20);
        assert_ne!(one, other);
        assert!(
            one.chars()
                .all(|c| c.is_ascii_alphanumeric() && !"lI0O1".contains(c))
        );
    }

    #[test]
    fn chance_comes_close() {
        assert!((estimate_pi(&mut rng(), 100_000) - std::f64::consts::PI).abs() < 0.05);
    }
}
