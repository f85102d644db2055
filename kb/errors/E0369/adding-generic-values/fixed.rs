use std::ops::Add;

pub fn running_total<T: Add<Output = T> + Copy + Default>(values: &[T]) -> Vec<T> {
    let mut total = T::default();
    let mut totals = Vec::with_capacity(values.len());
    for value in values {
        total = total + *value;
        totals.push(total);
    }
    totals
}
