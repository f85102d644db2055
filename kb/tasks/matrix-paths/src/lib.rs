//! Ways from the upper left to the lower right cell of a grid, going right and down.

/// The number of ways where `true` is a cell that cannot be entered; `None` if it does not fit.
///
/// There is none through a grid without cells.
///
/// # Panics
///
/// If a row is shorter than the first.
pub fn count_paths(blocked: &[Vec<bool>]) -> Option<u64> {
    let width = blocked.first().map_or(0, Vec::len);
    let mut ways = vec![0_u64; width];
    if let Some(start) = ways.first_mut() {
        *start = 1;
    }
    for row in blocked {
        for x in 0..width {
            if row[x] {
                ways[x] = 0;
            } else if x > 0 {
                ways[x] = ways[x].checked_add(ways[x - 1])?;
            }
        }
    }
    Some(ways.last().copied().unwrap_or(0))
}

/// The cheapest way: what its cells cost together, and the cells as (row, column).
///
/// `None` for a grid without cells or with rows of different length.
pub fn cheapest_path(costs: &[Vec<u32>]) -> Option<(u64, Vec<(usize, usize)>)> {
    let width = costs.first()?.len();
    if width == 0 || costs.iter().any(|row| row.len() != width) {
        return None;
    }
    let mut sums: Vec<Vec<u64>> = Vec::with_capacity(costs.len());
    for (y, row) in costs.iter().enumerate() {
        let mut current: Vec<u64> = Vec::with_capacity(width);
        for (x, &cost) in row.iter().enumerate() {
            let above = y.checked_sub(1).map(|y| sums[y][x]);
            let left = x.checked_sub(1).map(|x| current[x]);
            let before = above.into_iter().chain(left).min().unwrap_or(0);
            current.push(before + u64::from(cost));
        }
        sums.push(current);
    }
    let end = (costs.len() - 1, width - 1);
    Some((sums[end.0][end.1], walk_back(&sums, end)))
}

fn walk_back(sums: &[Vec<u64>], end: (usize, usize)) -> Vec<(usize, usize)> {
    let mut path = vec![end];
    let (mut y, mut x) = end;
    while (y, x) != (0, 0) {
        let from_above = x == 0 || (y > 0 && sums[y - 1][x] <= sums[y][x - 1]);
        if from_above {
            y -= 1;
        } else {
            x -= 1;
        }
        path.push((y, x));
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(rows: usize, columns: usize) -> Vec<Vec<bool>> {
        vec![vec![false; columns]; rows]
    }

    #[test]
    fn ways_through_an_open_grid_are_counted() {
        assert_eq!(count_paths(&open(3, 3)), Some(6));
        assert_eq!(count_paths(&open(1, 8)), Some(1));
        assert_eq!(count_paths(&open(40, 40)), None);
        assert_eq!(count_paths(&[]), Some(0));
    }

    #[test]
    fn blocked_cells_are_gone_round() {
        let mut grid = open(3, 3);
        grid[1][1] = true;
        assert_eq!(count_paths(&grid), Some(2));
        grid[0][0] = true;
        assert_eq!(count_paths(&grid), Some(0));
    }

    #[test]
    fn the_cheapest_way_and_its_cells_are_found() {
        let costs = [vec![1, 3, 1], vec![1, 5, 1], vec![4, 2, 1]];
        let (sum, path) = cheapest_path(&costs).unwrap();
        assert_eq!(sum, 7);
        assert_eq!(path, [(0, 0), (0, 1), (0, 2), (1, 2), (2, 2)]);
    }

    #[test]
    fn grids_that_are_none_have_no_way() {
        assert_eq!(cheapest_path(&[]), None);
        assert_eq!(cheapest_path(&[vec![]]), None);
        assert_eq!(cheapest_path(&[vec![1, 2], vec![3]]), None);
        assert_eq!(cheapest_path(&[vec![9]]), Some((9, vec![(0, 0)])));
    }
}
