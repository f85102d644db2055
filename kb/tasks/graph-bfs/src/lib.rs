//! Breadth-first search over anything that can tell its neighbours.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// A shortest path from `start` to the first node that is a goal, both ends included.
///
/// `None` if no goal can be reached. Of equally short paths the one whose neighbours come first wins.
pub fn shortest_path<N, I>(
    start: N,
    neighbours: impl Fn(N) -> I,
    is_goal: impl Fn(N) -> bool,
) -> Option<Vec<N>>
where
    N: Copy + Eq + Hash,
    I: IntoIterator<Item = N>,
{
    // Every node that was reached, and from where.
    let mut reached_from = HashMap::from([(start, None)]);
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        if is_goal(node) {
            let step_back = |&node: &N| reached_from.get(&node).copied().flatten();
            let mut path: Vec<N> = std::iter::successors(Some(node), step_back).collect();
            path.reverse();
            return Some(path);
        }
        for next in neighbours(node) {
            reached_from.entry(next).or_insert_with(|| {
                queue.push_back(next);
                Some(node)
            });
        }
    }
    None
}

/// A place in a maze: row and column.
pub type Place = (usize, usize);

/// The number of steps from `S` to `G` in a maze whose walls are `#`; `None` if there is no way.
pub fn steps_through(maze: &str) -> Option<usize> {
    let rows: Vec<&[u8]> = maze.lines().map(str::as_bytes).collect();
    let at = |(row, column): Place| rows.get(row).and_then(|row| row.get(column)).copied();
    let find = |wanted: u8| {
        let place = |(row, line): (usize, &&[u8])| {
            let column = line.iter().position(|&cell| cell == wanted)?;
            Some((row, column))
        };
        rows.iter().enumerate().find_map(place)
    };
    let neighbours = |(row, column): Place| {
        let around = [
            (row.wrapping_sub(1), column),
            (row, column.wrapping_sub(1)),
            (row, column + 1),
            (row + 1, column),
        ];
        // What wrapped around lies outside like everything beyond the edge.
        around
            .into_iter()
            .filter(|&place| at(place).is_some_and(|cell| cell != b'#'))
    };
    let goal = find(b'G')?;
    let path = shortest_path(find(b'S')?, neighbours, |place| place == goal)?;
    Some(path.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 – 1 – 2 – 3, with a short cut 0 – 4 – 3; 5 lies apart.
    fn neighbours(node: usize) -> Vec<usize> {
        let edges = [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)];
        edges
            .iter()
            .filter_map(|&(a, b)| match node {
                _ if node == a => Some(b),
                _ if node == b => Some(a),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_short_cut_is_found() {
        assert_eq!(
            shortest_path(0, neighbours, |node| node == 3),
            Some(vec![0, 4, 3])
        );
        assert_eq!(
            shortest_path(2, neighbours, |node| node > 3),
            Some(vec![2, 3, 4])
        );
    }

    #[test]
    fn a_start_that_is_the_goal() {
        assert_eq!(
            shortest_path(1, neighbours, |node| node == 1),
            Some(vec![1])
        );
    }

    #[test]
    fn what_cannot_be_reached_is_none() {
        assert_eq!(shortest_path(0, neighbours, |node| node == 5), None);
    }

    #[test]
    fn the_graph_may_be_endless() {
        let doubled_or_one_more = |number: u64| [number * 2, number + 1];
        let path = shortest_path(1, doubled_or_one_more, |number| number == 10);
        assert_eq!(path, Some(vec![1, 2, 4, 5, 10]));
    }

    #[test]
    fn mazes() {
        assert_eq!(steps_through("S.#\n..#\n#.G"), Some(4));
        assert_eq!(steps_through("S#G"), None);
        assert_eq!(steps_through("SG"), Some(1));
        assert_eq!(steps_through("no start"), None);
        assert_eq!(steps_through(""), None);
    }
}
