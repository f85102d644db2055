pub async fn for_each<F>(names: &[String], visit: F)
where
    F: AsyncFn(&str),
{
    for name in names {
        visit(name).await;
    }
}

pub async fn show_all(names: &[String]) {
    for_each(names, async |name| println!("{name}")).await;
}
