-- Documents of JSON are written, read and compared: tables and strings of all sizes that live for a while.
local function encode(value, out)
  local kind = type(value)
  if kind == 'table' and #value > 0 then
    out[#out + 1] = '['
    for i, item in ipairs(value) do
      if i > 1 then out[#out + 1] = ',' end
      encode(item, out)
    end
    out[#out + 1] = ']'
  elseif kind == 'table' then
    local keys = {}
    for key in pairs(value) do keys[#keys + 1] = key end
    table.sort(keys)
    out[#out + 1] = '{'
    for i, key in ipairs(keys) do
      if i > 1 then out[#out + 1] = ',' end
      out[#out + 1] = string.format('%q:', key)
      encode(value[key], out)
    end
    out[#out + 1] = '}'
  elseif kind == 'string' then
    out[#out + 1] = string.format('%q', value)
  else
    out[#out + 1] = tostring(value)
  end
end

local function decode(text, at)
  local first = text:sub(at, at)
  if first == '[' or first == '{' then
    local value, close = {}, first == '[' and ']' or '}'
    at = at + 1
    while text:sub(at, at) ~= close do
      local key = #value + 1
      if first == '{' then
        key, at = decode(text, at)
        at = at + 1
      end
      value[key], at = decode(text, at)
      if text:sub(at, at) == ',' then at = at + 1 end
    end
    return value, at + 1
  elseif first == '"' then
    local stop = text:find('"', at + 1, true)
    return text:sub(at + 1, stop - 1), stop + 1
  end
  local number = text:match('^-?[%d.]+', at)
  return tonumber(number), at + #number
end

-- A generator of its own: math.random is libc's.
local state = 1
local function random(low, high)
  state = (state * 1103515245 + 12345) % 2147483648
  return low + (state >> 8) % (high - low + 1)
end

local function document(depth)
  if depth == 0 then
    if random(1, 2) == 1 then return random(1, 1000000) end
    return string.rep(string.char(96 + random(1, 26)), random(1, random(1, 400)))
  end
  local value = {}
  for i = 1, random(2, 9) do
    if depth % 2 == 0 then value[i] = document(depth - 1) else value['key' .. i] = document(depth - 1) end
  end
  return value
end

local kept, length = {}, 0
for round = 1, 60 do
  local out = {}
  encode(document(5), out)
  local text = table.concat(out)
  local again = {}
  encode((decode(text, 1)), again)
  assert(table.concat(again) == text)
  -- Some documents stay while others come and go.
  kept[round % 7 + 1] = again
  length = length + #text
end
print(length, #kept)
