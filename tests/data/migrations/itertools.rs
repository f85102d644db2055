use itertools::Itertools;

fn main() {
    let good: Vec<Result<u8, u8>> = [Ok(1), Err(2), Ok(3)].into_iter().map_results(|n: u8| n * 2).collect();
    let sum = vec![Ok::<u8, u8>(1), Ok(5)].into_iter().fold_results(10, |all, n| all + n);
    let stop = vec![Ok(1), Err(7), Ok(5)].into_iter().fold_results(10, |all, n: u8| all + n);
    println!("{good:?} {sum:?} {stop:?}");
    let groups = [1, 1, 2, 1].iter().group_by(|n| **n);
    for (key, group) in &groups {
        println!("{key} {}", group.count());
    }
}
