use ndarray::array;

fn main() {
    let mut grid = array![[1, 2, 3], [4, 5, 6]];
    for mut row in grid.genrows_mut() {
        row[0] += 10;
    }
    let rows: Vec<i32> = grid.genrows().into_iter().map(|row| row.sum()).collect();
    let columns: Vec<i32> = grid.gencolumns().into_iter().map(|column| column.sum()).collect();
    println!("{rows:?} {columns:?}");
}
