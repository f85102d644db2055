---Which workspace a buffer belongs to. No process is started for it: that may not be trusted.
local M = {}

---@param manifest string
---@return boolean
local function is_workspace(manifest)
  local file = io.open(manifest)
  if not file then
    return false
  end
  local text = '\n' .. file:read('*a')
  file:close()
  return text:find('\n%s*%[%s*workspace%s*[%].]') ~= nil
end

---Whether a file is of a library that cargo or rustup keeps: nobody mends those.
---@param file string
---@return boolean
local function is_library(file)
  local home = vim.uv.os_homedir() or ''
  local folders = {
    (vim.env.CARGO_HOME or vim.fs.joinpath(home, '.cargo')) .. '/registry',
    (vim.env.CARGO_HOME or vim.fs.joinpath(home, '.cargo')) .. '/git',
    (vim.env.RUSTUP_HOME or vim.fs.joinpath(home, '.rustup')) .. '/toolchains',
  }
  return vim.iter(folders):any(function(folder)
    return vim.startswith(file, vim.fs.normalize(folder) .. '/')
  end)
end

---Returns the folder of the cargo workspace of `file`: of the nearest manifest with a
---`[workspace]`, as cargo searches, else of the nearest at all; without one the file's own folder.
---@param file string
---@return string
function M.of(file)
  local manifests = vim.fs.find('Cargo.toml', {
    path = vim.fs.dirname(file),
    upward = true,
    type = 'file',
    limit = math.huge,
  })
  for _, manifest in ipairs(manifests) do
    if is_workspace(manifest) then
      return vim.fs.dirname(manifest)
    end
  end
  return vim.fs.dirname(manifests[1] or file)
end

---For `root_dir`: calls `on_dir` unless the file is none of ours or there is no server.
---@param bufnr integer
---@param on_dir fun(folder: string)
function M.find(bufnr, on_dir)
  local file = vim.fs.normalize(vim.api.nvim_buf_get_name(bufnr))
  if file == '' or file:find('^%w[%w+.-]+://') or is_library(file) then
    return
  end
  local _, problem = require('rustmend.server').command()
  if problem then
    vim.notify_once('rustmend: ' .. problem, vim.log.levels.WARN)
    return
  end
  on_dir(M.of(file))
end

---For `reuse_client`: one server looks after all workspaces of a Neovim.
---@param client vim.lsp.Client
---@param config vim.lsp.ClientConfig
---@return boolean
function M.reuse(client, config)
  if
    client.name ~= config.name
    or client:is_stopped()
    or not vim.deep_equal(client.config.cmd, config.cmd)
    or not vim.deep_equal(client.config.settings, config.settings)
  then
    return false
  end
  local folder = config.root_dir
  if not folder then
    return true
  end
  client.workspace_folders = client.workspace_folders or {}
  local uri = vim.uri_from_fname(folder)
  for _, known in ipairs(client.workspace_folders) do
    if known.uri == uri then
      return true
    end
  end
  local added = { uri = uri, name = folder }
  table.insert(client.workspace_folders, added)
  -- before that, the server finds the workspace by the file that is opened
  if client.initialized then
    client:notify('workspace/didChangeWorkspaceFolders', {
      event = { added = { added }, removed = {} },
    })
  end
  return true
end

return M
