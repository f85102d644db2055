use std::future::Future;

pub async fn for_each<F, Fut>(names: &[String], visit: F)
where
    F: Fn(&str) -> Fut,
    Fut: Future<Output = ()>,
{
    for name in names {
        visit(name).await;
    }
}

pub async fn show_all(names: &[String]) {
    for_each(names, |name| async move { println!("{name}") }).await;
}
